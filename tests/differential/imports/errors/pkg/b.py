from pkg.a import name
val="b"+name
