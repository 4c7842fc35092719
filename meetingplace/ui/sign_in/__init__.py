"""Sign-in by the parents themselves: their picture, their nickname, who is here. It shows no other family, ever."""
