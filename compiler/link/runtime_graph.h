// What of the runtime a program needs: rapid type analysis over the runtime's archive, before the linker reads it.
//
// The linker keeps whatever a live piece refers to; but a type refers to the functions of all its slots, though a program
// may make no instance of it or never use the operator. Here such a reference counts only when
//   - the type is *instantiated*: a live piece refers to the type other than for comparing (molt_is_NAME), and
//   - its slot kind is *called*: a live piece carries the mark of the kind (runtime/core/slot.h).
// A special method's wrapper counts when its name can be looked up or classes are made; an entry of a method table when its
// type is instantiated and its name can be looked up: the program says it, or a live piece has it as a "name"_str.
// The least fixed point of these rules is live; the other references are cut from the archive that is linked.
//
// Sound because the rules see every way to a slot: pieces that call slots are marked by the compiler that compiled
// them, and what makes an instance refers to its type. A slot that is called nevertheless ends the program
// (molt_unreached); it never gives a wrong answer. docs/pruning.md has the whole story.
#pragma once

#include "compiler/codegen/prune_tables.h"
#include "compiler/link/runtime_pieces.h"

#include <llvm/ADT/BitVector.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringSet.h>

namespace molt::link {

/// What a program asks of the runtime.
struct Demand {
  std::vector<std::string> symbols; ///< that its object refers to
  const llvm::StringSet<> *names = nullptr;
  llvm::ArrayRef<codegen::TableEntry> entries;
};

struct Reached {
  llvm::BitVector entries; ///< which of the demand's entries belong into their tables
  std::vector<Cut> cuts;   ///< sorted
};

class RuntimeGraph {
public:
  /// Fails when the archive has no layout of slots or a member cannot be read.
  static llvm::Expected<RuntimeGraph> read(llvm::StringRef archive);

  Reached reach(const Demand &demand) const;

  llvm::ArrayRef<Member> members() const { return members_; }

private:
  friend class GraphBuilder;
  friend class Reachability;
  using NodeId = uint32_t;

  /// A reference that counts under a condition.
  struct Conditional {
    NodeId owner;  ///< the type, or the slots themselves
    uint32_t kind; ///< or kAnyKind
    NodeId target;
    uint32_t reference; ///< in references_
  };
  /// A function of a row of attributes.
  struct Attribute {
    NodeId owner; ///< the type, or the rows themselves
    llvm::StringRef name;
    NodeId target;
    uint32_t reference;
  };
  /// WHEN_SAID
  struct WhenSaid {
    llvm::StringRef name;
    NodeId target;
    uint32_t reference;
  };
  /// A function of a row of special methods.
  struct RowFunction {
    llvm::StringRef name;
    uint32_t kind;
    bool wrapper; ///< else for classes only
    NodeId target;
    uint32_t reference;
  };

  static constexpr uint32_t kAnyKind = UINT32_MAX;

  std::vector<Member> members_;
  llvm::StringMap<NodeId> byName_;                // global symbols
  std::vector<llvm::SmallVector<NodeId, 4>> edges_;
  llvm::DenseMap<NodeId, llvm::StringRef> literals_; // "name"_str objects
  llvm::DenseMap<NodeId, uint32_t> kinds_;           // marks
  std::vector<Conditional> conditionals_;
  std::vector<RowFunction> rows_;
  std::vector<Attribute> attributes_;
  std::vector<WhenSaid> whenSaid_;
  std::vector<Cut> references_; // that can be cut
  std::vector<NodeId> roots_;   // what the C library may call
};

} // namespace molt::link
