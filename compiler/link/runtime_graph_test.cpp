// The graph of the runtime's archives as they were built, and what programs reach in it.
#include "compiler/link/runtime_graph.h"

#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>

namespace molt::link {

class RuntimeGraphTest : public testing::TestWithParam<const char *> {
protected:
  void SetUp() override {
    auto buffer = llvm::MemoryBuffer::getFile(std::string(MOLT_TEST_RESOURCES "/") + GetParam() + "/libmolt_runtime.a",
                                              /*IsText=*/false, /*RequiresNullTerminator=*/false);
    ASSERT_TRUE(buffer);
    archive_ = std::move(*buffer);
    auto graph = RuntimeGraph::read(archive_->getBuffer());
    ASSERT_TRUE(bool(graph)) << llvm::toString(graph.takeError());
    graph_.emplace(std::move(*graph));
    entries_ = codegen::runtimeTables(reachable_);
  }

  /// What a program reaches that refers to `symbols` and says `names`.
  Reached reach(std::vector<std::string> symbols, std::initializer_list<const char *> names) {
    llvm::StringSet<> said;
    for (const char *name : names)
      said.insert(name);
    Demand demand;
    demand.symbols = std::move(symbols);
    demand.names = &said;
    demand.entries = entries_;
    return graph_->reach(demand);
  }

  bool hasEntry(const Reached &reached, llvm::StringRef symbol) const {
    for (size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].symbol == symbol)
        return reached.entries[i];
    ADD_FAILURE() << symbol.str() << " is in no table";
    return false;
  }

  codegen::ReachableNames reachable_;
  std::unique_ptr<llvm::MemoryBuffer> archive_;
  std::optional<RuntimeGraph> graph_;
  std::vector<codegen::TableEntry> entries_;
};

TEST_P(RuntimeGraphTest, NamesReachFunctionsAndTypes) {
  Reached print = reach({}, {"print"});
  EXPECT_TRUE(hasEntry(print, "molt_function_console_print"));
  EXPECT_FALSE(hasEntry(print, "molt_function_builtins_sorted"));
  EXPECT_FALSE(hasEntry(print, "molt_type_complex"));
  EXPECT_TRUE(hasEntry(reach({}, {"sorted"}), "molt_function_builtins_sorted"));
  EXPECT_TRUE(hasEntry(reach({}, {"complex"}), "molt_type_complex"));
}

TEST_P(RuntimeGraphTest, MethodsNeedTheirNameAndAnInstance) {
  EXPECT_FALSE(hasEntry(reach({}, {"add"}), "molt_method_set_add"));
  EXPECT_FALSE(hasEntry(reach({"molt_type_set"}, {}), "molt_method_set_add"));
  EXPECT_TRUE(hasEntry(reach({"molt_type_set"}, {"add"}), "molt_method_set_add"));
}

TEST_P(RuntimeGraphTest, SlotsNeedAnInstanceAndACall) {
  size_t nothing = reach({}, {}).cuts.size();
  size_t sets = reach({"molt_type_set"}, {}).cuts.size();
  size_t operators = reach({"molt_bit_or_py"}, {}).cuts.size();
  size_t both = reach({"molt_type_set", "molt_bit_or_py"}, {}).cuts.size();
  EXPECT_LT(sets, nothing);
  EXPECT_LT(operators, nothing);
  EXPECT_LT(both, sets);
  EXPECT_LE(both, operators); // an operator alone can make most types already
}

TEST_P(RuntimeGraphTest, ClassesNeedTheTableOfSpecialMethods) {
  EXPECT_LT(reach({}, {"type"}).cuts.size() + 200, reach({}, {"print"}).cuts.size());
}

TEST_P(RuntimeGraphTest, ASaidNameOnlyAdds) {
  std::vector<Cut> fewer = reach({}, {"print"}).cuts, more = reach({}, {"print", "sorted", "float_info"}).cuts;
  EXPECT_LT(more.size(), fewer.size());
  for (const Cut &cut : more)
    EXPECT_TRUE(llvm::any_of(fewer, [&](const Cut &other) { return other.member == cut.member && other.position == cut.position; }));
}

TEST_P(RuntimeGraphTest, CuttingKeepsTheRest) {
  Reached reached = reach({}, {"print"});
  ASSERT_GT(reached.cuts.size(), 500u);
  std::string cut = cutReferences(archive_->getBuffer(), graph_->members(), reached.cuts);
  ASSERT_EQ(cut.size(), archive_->getBufferSize());
  auto members = readPieces(cut);
  ASSERT_TRUE(bool(members)) << llvm::toString(members.takeError());
  ASSERT_EQ(members->size(), graph_->members().size());
  size_t before = 0, after = 0;
  for (size_t i = 0; i < members->size(); ++i) {
    EXPECT_EQ((*members)[i].pieces.size(), graph_->members()[i].pieces.size());
    EXPECT_EQ((*members)[i].symbols.size(), graph_->members()[i].symbols.size());
    for (const Piece &piece : (*members)[i].pieces)
      after += piece.references.size();
    for (const Piece &piece : graph_->members()[i].pieces)
      before += piece.references.size();
  }
  // ELF's point elsewhere; wasm's are gone.
  EXPECT_EQ(after, llvm::StringRef(GetParam()) == "wasm" ? before - reached.cuts.size() : before);
}

INSTANTIATE_TEST_SUITE_P(Targets, RuntimeGraphTest, testing::Values("native", "wasm"),
                         [](const auto &info) { return info.param; });

} // namespace molt::link
