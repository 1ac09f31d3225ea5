# refused: async def
print("before")
async def f():  # <- here
    return 1
