# refused: async
def plain():
    return 1
async def g(source):  # <- here
    return [x async for x in source]
