def sound(): return "meow"
