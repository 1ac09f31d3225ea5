# refused: async
async def g(source):  # <- here
    async for x in source:
        print(x)
