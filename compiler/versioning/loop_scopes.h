// Which versions of a loop's blocks belong together where control flow must stay structured (py-version-blocks).
//
// A version of a loop's header and the versions of the blocks between it and the next round are a scope: nobody else
// jumps into it but through that header. All versions of a header that are reached from within the loop once it is
// entered in one of them are a family; each way into the loop with other knowledge begins a family of its own. So a
// loop is left for another version of itself only at its header, and a family is entered at one place. (What is left:
// two versions of a header in one family, neither of them the entered one, may lead to each other both ways.)
#pragma once

#include <mlir/Analysis/CFGLoopInfo.h>
#include <mlir/IR/Dominance.h>

#include <deque>

namespace molt::versioning {

struct LoopScope {
  mlir::Block *header;
  LoopScope *outer;  // null: not in a loop
  LoopScope *family; // the scope in which the loop was entered
};

class LoopScopes {
public:
  explicit LoopScopes(mlir::Region &region) {
    if (!region.hasOneBlock())
      loops_.emplace(dominance_.getDomTree(&region));
  }

  /// Whose versions of `target` are for a jump that stands in `from` (null: in no loop).
  LoopScope *ownerOf(LoopScope *from, mlir::Block *target) const {
    while (from && !loopOf(from->header)->contains(target))
      from = from->outer;
    return from && from->header == target ? from->family : from;
  }

  /// The scope of a new version of `block` that is one of the owner's.
  LoopScope *scopeOf(LoopScope *owner, mlir::Block *block) {
    mlir::CFGLoop *loop = loopOf(block);
    if (!loop || loop->getHeader() != block)
      return owner;
    bool isInside = owner && owner->header == block;
    LoopScope &scope = scopes_.emplace_back(LoopScope{block, isInside ? owner->outer : owner, owner});
    if (!isInside)
      scope.family = &scope;
    return &scope;
  }

private:
  mlir::CFGLoop *loopOf(mlir::Block *block) const { return loops_ ? loops_->getLoopFor(block) : nullptr; }

  mlir::DominanceInfo dominance_;
  std::optional<mlir::CFGLoopInfo> loops_;
  std::deque<LoopScope> scopes_;
};

} // namespace molt::versioning
