// What the linker keeps or drops: the functions and data of the runtime's archive, and their references to each other.
// An ELF object has a section for each (-ffunction-sections, -fdata-sections), a wasm object says where each lies.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Error.h>

#include <vector>

namespace molt::link {

inline constexpr uint32_t kNoPiece = UINT32_MAX;

struct PieceSymbol {
  llvm::StringRef name;
  uint32_t piece = kNoPiece; ///< of the same member; none: defined elsewhere
  uint64_t offset = 0;       ///< in its piece
  bool local = false;
};

/// A relocation.
struct PieceReference {
  uint32_t offset;   ///< in its piece
  uint32_t symbol;   ///< of the same member
  int64_t addend;
  uint64_t position; ///< where it can be changed: ELF: its own place in the archive; wasm: in the data section
};

struct Piece {
  llvm::StringRef contents;
  std::vector<PieceReference> references;
};

struct Member {
  llvm::StringRef contents; ///< within the archive's buffer
  std::vector<Piece> pieces;
  std::vector<PieceSymbol> symbols;
};

/// Takes an archive of relocatable objects of one format apart. The result refers to `archive`.
llvm::Expected<std::vector<Member>> readPieces(llvm::StringRef archive);

/// A pointer in a piece's data that is to point nowhere: it becomes null, or whoever calls it ends the program.
struct Cut {
  uint32_t member;
  uint64_t position; ///< of the reference
  bool toNull;
};

/// Writes `archive`, which the members were read from, with `cuts`, sorted. Sizes do not change.
std::string cutReferences(llvm::StringRef archive, llvm::ArrayRef<Member> members, llvm::ArrayRef<Cut> cuts);

} // namespace molt::link
