"""The room of days off: both school calendars, public holidays and closing days, with what the house says of them."""
