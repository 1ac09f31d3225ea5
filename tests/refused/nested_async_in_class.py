# refused: async def
class A:
    def ok(self):
        return 1
    async def run(self):  # <- here
        return 2
