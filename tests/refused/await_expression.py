# refused: async
async def g():  # <- here
    return await something()
