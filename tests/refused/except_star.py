# refused: except*
try:
    pass
except* ValueError as e:  # <- here
    print(e)
