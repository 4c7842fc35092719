"""Reading visits from a table: what each row would do, and taking the file over whole."""
