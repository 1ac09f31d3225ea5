from animals.dog import sound as d
def sound(): return "tweet over " + d()
