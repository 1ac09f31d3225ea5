star1=1
_hidden=2
