// How a path that left the likely versions of a loop finds back. What made it leave was rare: an overflow, a list's end, a
// name that was bound anew. In the next round all may be as before; so the loop's header in the general body, or a rare
// version of it, begins with the tests that the likely version's context asks for.
#include "compiler/ir/special_forms.h"
#include "compiler/versioning/path.h"

namespace molt::versioning {

using mlir::Block;
using mlir::Value;

constexpr unsigned kMostTests = 16;

/// What must be found before the path may go to `likely`; nothing where tests cannot tell.
std::optional<Path::Demands> Path::demandsOf(const Version &likely) {
  Demands demands;
  unsigned i = 0;
  auto canTest = [&](Kinds wanted) { return wanted.is(Kind::Instance) ? bool(classOf(wanted)) : !wanted.is(Kind::Other); };
  auto demand = [&](Value value) {
    uint32_t known = likely.context[i++];
    const Binding &binding = lookup(value);
    if (!known && binding.kinds.isVirtual())
      return false;
    if (!known || (binding.kinds.isOne() && binding.kinds.bits() == known))
      return true;
    Kinds wanted = Kinds::fromBits(known);
    if (wanted.isVirtual() || !binding.isWord() || binding.kinds.isOne() || !canTest(wanted))
      return false;
    demands.push_back({value, 0, wanted, false});
    return true;
  };
  for (Value value : facts_.liveness().values(likely.source))
    if (!demand(value))
      return std::nullopt;
  for (Value argument : likely.source->getArguments())
    if (!demand(argument))
      return std::nullopt;
  for (unsigned slot = 0; slot < facts_.slotCount(); ++slot) {
    uint32_t known = likely.context[i++];
    const Variable &variable = state_.variables[slot];
    if (known == kStaleSlot) {
      if (variable.place == Variable::Memory)
        demands.push_back({{}, slot, Kinds(), facts_.liveness().isSlotLive(likely.source, slot)});
      else if (variable.place == Variable::Register && facts_.liveness().isSlotLive(likely.source, slot))
        return std::nullopt;
      continue;
    }
    if (!known || (variable.place != Variable::Stale && variable.kinds.bits() == known))
      continue;
    Kinds wanted = Kinds::fromBits(known);
    if (variable.place != Variable::Memory || variable.kinds.isOne() || !canTest(wanted))
      return std::nullopt;
    demands.push_back({{}, slot, wanted, false});
  }
  return demands;
}

Value Path::makeTest(Demand &demand) {
  mlir::Location location = current_->getLoc();
  if (demand.value)
    demand.word = lookup(demand.value).parts[0];
  else
    demand.word = py::LoadLocalOp::create(builder_, location, py::ValueType::get(versioner_.context()),
                                          versioner_.slot(demand.slot), "", /*checked=*/false, /*owned=*/false);
  mlir::Type i1 = builder_.getI1Type();
  if (demand.isUnbound)
    return py::IsNullOp::create(builder_, location, i1, demand.word);
  if (demand.kinds == Kinds())
    return py::makeNot(*this, py::IsObjectOp::create(builder_, location, i1, demand.word));
  if (demand.kinds.is(Kind::Instance))
    return py::IsInstanceOp::create(builder_, location, i1, demand.word, classOf(demand.kinds));
  return py::makeTest(builder_, location, demand.word, demand.kinds.one());
}

// What has been tested is now known. A variable whose number moves to a register leaves its slot empty.
void Path::meet(const Demand &demand) {
  if (demand.value)
    return refine(demand.value, demand.kinds);
  Variable &variable = state_.variables[demand.slot];
  if (demand.kinds == Kinds()) {
    variable = Variable{};
  } else if (unboxedTypes(demand.kinds, versioner_.context()).empty()) {
    variable.kinds = demand.kinds;
    return;
  } else {
    Value number = py::makeUnboxed(builder_, current_->getLoc(), demand.word, demand.kinds.one());
    variable = Variable{Variable::Register, demand.kinds, number};
  }
  py::DeleteLocalOp::create(builder_, current_->getLoc(), versioner_.slot(demand.slot), "", /*checked=*/false);
}

py::ClassAttr Path::classOf(Kinds kinds) const {
  return (versioner_.likely() ? versioner_.likely() : &versioner_)->classOf(kinds);
}

bool Path::findBack(Block *block) {
  FunctionVersioner *general = versioner_.likely() ? &versioner_ : nullptr;
  Version *nearest = nullptr;
  Demands fewest;
  for (Version *likely : (general ? general->likely() : &versioner_)->table().likelyVersions(block))
    if (auto demands = demandsOf(*likely); demands && (!nearest || demands->size() < fewest.size()))
      nearest = likely, fewest = std::move(*demands);
  bool isPlain = !general && !versioner_.exits(); // such a path meets the version that fits anyway
  if (!nearest || fewest.size() > kMostTests || (fewest.empty() && isPlain))
    return false;
  current_ = &block->front();
  Block *otherwise = versioner_.newBlock();
  auto goOnIf = [&](Value test) {
    Block *next = versioner_.newBlock();
    branchIf(test, next, otherwise, Unlikely::Neither);
    builder_.setInsertionPointToEnd(next);
  };
  bool isSure = !general && fewest.empty();
  if (general)
    goOnIf(py::MayReenterOp::create(builder_, current_->getLoc(), builder_.getI1Type()));
  for (Demand &demand : fewest)
    goOnIf(makeTest(demand));
  Path found(versioner_, state_, builder_.getInsertionBlock(), /*isRare=*/true);
  found.current_ = current_;
  for (const Demand &demand : fewest)
    found.meet(demand);
  found.goTo(*nearest, block->getArguments(), current_->getLoc());
  if (isSure)
    otherwise->erase();
  else
    builder_.setInsertionPointToEnd(otherwise);
  return isSure;
}

} // namespace molt::versioning
