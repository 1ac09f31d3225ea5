#include "compiler/link/runtime_pieces.h"

#include <llvm/Object/Archive.h>
#include <llvm/Object/ELFObjectFile.h>
#include <llvm/Object/Wasm.h>
#include <llvm/Support/LEB128.h>

namespace molt::link {

using namespace llvm;
using object::ELF64LE;
using object::WasmObjectFile;

// ---- ELF --------------------------------------------------------------------------------------------

namespace {

using ElfFile = object::ELFFile<ELF64LE>;

class ElfReader {
public:
  ElfReader(const ElfFile &file, const char *archive) : file_(file), archive_(archive) {}

  Error read(Member &member) {
    auto sections = file_.sections();
    if (!sections)
      return sections.takeError();
    pieceOf_.assign(sections->size(), kNoPiece);
    for (const auto &section : *sections)
      if (Error error = addPiece(section, member, static_cast<size_t>(&section - sections->begin())))
        return error;
    for (const auto &section : *sections)
      if (section.sh_type == ELF::SHT_SYMTAB)
        if (Error error = addSymbols(section, member))
          return error;
    for (const auto &section : *sections)
      if (section.sh_type == ELF::SHT_RELA && section.sh_info < pieceOf_.size() &&
          pieceOf_[section.sh_info] != kNoPiece)
        if (Error error = addReferences(section, member.pieces[pieceOf_[section.sh_info]]))
          return error;
    return Error::success();
  }

private:
  Error addPiece(const ELF64LE::Shdr &section, Member &member, size_t index) {
    if (!(section.sh_flags & ELF::SHF_ALLOC))
      return Error::success();
    Piece piece;
    if (section.sh_type != ELF::SHT_NOBITS) {
      auto contents = file_.getSectionContents(section);
      if (!contents)
        return contents.takeError();
      piece.contents = toStringRef(*contents);
    }
    pieceOf_[index] = static_cast<uint32_t>(member.pieces.size());
    member.pieces.push_back(std::move(piece));
    return Error::success();
  }

  Error addSymbols(const ELF64LE::Shdr &table, Member &member) {
    auto symbols = file_.symbols(&table);
    auto names = file_.getStringTableForSymtab(table);
    if (!symbols || !names)
      return joinErrors(symbols.takeError(), names.takeError());
    for (const auto &symbol : *symbols) {
      PieceSymbol result;
      if (auto name = symbol.getName(*names))
        result.name = *name;
      else
        return name.takeError();
      if (symbol.st_shndx < pieceOf_.size())
        result.piece = pieceOf_[symbol.st_shndx];
      result.offset = symbol.st_value;
      result.local = symbol.getBinding() == ELF::STB_LOCAL;
      member.symbols.push_back(result);
    }
    return Error::success();
  }

  Error addReferences(const ELF64LE::Shdr &section, Piece &piece) {
    auto relocations = file_.relas(section);
    if (!relocations)
      return relocations.takeError();
    for (const auto &relocation : *relocations)
      piece.references.push_back({static_cast<uint32_t>(relocation.r_offset), relocation.getSymbol(false),
                                  relocation.r_addend,
                                  static_cast<uint64_t>(reinterpret_cast<const char *>(&relocation) - archive_)});
    return Error::success();
  }

  const ElfFile &file_;
  const char *archive_;
  std::vector<uint32_t> pieceOf_; // of each section
};

} // namespace

static Error readElf(StringRef contents, const char *archive, Member &member) {
  auto file = ElfFile::create(contents);
  return file ? ElfReader(*file, archive).read(member) : file.takeError();
}

// ---- WebAssembly ------------------------------------------------------------------------------------

/// Where a function or data segment lies in its section; its number is its place in this list.
struct WasmRange {
  uint64_t begin, end;
};

static void addWasmReferences(const object::WasmSection &section, ArrayRef<WasmRange> ranges,
                              MutableArrayRef<Piece> pieces) {
  size_t at = 0;
  for (const wasm::WasmRelocation &relocation : section.Relocations) {
    while (at < ranges.size() && ranges[at].end <= relocation.Offset)
      ++at;
    if (at == ranges.size() || relocation.Offset < ranges[at].begin)
      continue;
    if (relocation.Type == wasm::R_WASM_TYPE_INDEX_LEB) // an index of no symbol
      continue;
    pieces[at].references.push_back({static_cast<uint32_t>(relocation.Offset - ranges[at].begin), relocation.Index,
                                     relocation.Addend, relocation.Offset});
  }
}

static PieceSymbol wasmSymbol(const object::WasmSymbol &symbol, uint32_t importedFunctions, size_t functions) {
  PieceSymbol result;
  result.name = symbol.Info.Name;
  result.local = symbol.isBindingLocal();
  if (symbol.isDefined() && symbol.isTypeFunction())
    result.piece = symbol.Info.ElementIndex - importedFunctions;
  else if (symbol.isDefined() && symbol.isTypeData())
    result.piece = static_cast<uint32_t>(functions) + symbol.Info.DataRef.Segment,
    result.offset = symbol.Info.DataRef.Offset;
  return result;
}

static Error readWasm(MemoryBufferRef contents, Member &member) {
  Error error = Error::success();
  WasmObjectFile file(contents, error);
  if (error)
    return error;
  // Functions first, then data segments.
  std::vector<WasmRange> functions, segments;
  for (const wasm::WasmFunction &function : file.functions()) {
    functions.push_back({function.CodeSectionOffset, function.CodeSectionOffset + uint64_t{function.Size}});
    member.pieces.push_back({toStringRef(function.Body), {}});
  }
  for (const object::WasmSegment &segment : file.dataSegments()) {
    segments.push_back({segment.SectionOffset, segment.SectionOffset + segment.Data.Content.size()});
    member.pieces.push_back({toStringRef(segment.Data.Content), {}});
  }
  MutableArrayRef<Piece> pieces(member.pieces);
  for (const object::SectionRef &reference : file.sections()) {
    const object::WasmSection &section = file.getWasmSection(reference);
    if (section.Type == wasm::WASM_SEC_CODE)
      addWasmReferences(section, functions, pieces.take_front(functions.size()));
    else if (section.Type == wasm::WASM_SEC_DATA)
      addWasmReferences(section, segments, pieces.drop_front(functions.size()));
  }
  for (const object::SymbolRef &symbol : file.symbols())
    member.symbols.push_back(wasmSymbol(file.getWasmSymbol(symbol), file.getNumImportedFunctions(), functions.size()));
  return Error::success();
}

// ---- Both -------------------------------------------------------------------------------------------

Expected<std::vector<Member>> readPieces(StringRef contents) {
  auto archive = object::Archive::create(MemoryBufferRef(contents, "runtime"));
  if (!archive)
    return archive.takeError();
  std::vector<Member> members;
  Error error = Error::success();
  for (const object::Archive::Child &child : (*archive)->children(error)) {
    auto buffer = child.getMemoryBufferRef();
    if (!buffer)
      return joinErrors(std::move(error), buffer.takeError());
    Member &member = members.emplace_back();
    member.contents = buffer->getBuffer();
    Error failed = buffer->getBuffer().starts_with("\x7f" "ELF")
                       ? readElf(buffer->getBuffer(), contents.data(), member)
                       : readWasm(*buffer, member);
    if (failed)
      return joinErrors(std::move(error), std::move(failed));
  }
  if (error)
    return error;
  return members;
}

// ---- Cutting ----------------------------------------------------------------------------------------

/// The runtime's function that ends the program, which every ELF member with types names (runtime/core/type.h).
static uint32_t unreachedSymbol(const Member &member) {
  for (const PieceSymbol &symbol : member.symbols)
    if (symbol.name == "molt_unreached")
      return static_cast<uint32_t>(&symbol - member.symbols.data());
  return 0; // address 0
}

static void cutElf(std::string &copy, const Member &member, ArrayRef<Cut> cuts) {
  uint32_t symbol = unreachedSymbol(member);
  for (const Cut &cut : cuts) {
    auto *relocation = reinterpret_cast<ELF64LE::Rela *>(copy.data() + cut.position);
    relocation->setSymbolAndType(cut.toNull ? 0 : symbol, ELF::R_X86_64_64, false);
    relocation->r_addend = cut.toNull || symbol ? 0 : 1; // a slot is never null: that would be another type
  }
}

/// One entry of a wasm relocation section.
static bool hasAddend(uint8_t type) {
  switch (type) {
  case wasm::R_WASM_MEMORY_ADDR_LEB:
  case wasm::R_WASM_MEMORY_ADDR_SLEB:
  case wasm::R_WASM_MEMORY_ADDR_I32:
  case wasm::R_WASM_MEMORY_ADDR_REL_SLEB:
  case wasm::R_WASM_MEMORY_ADDR_LOCREL_I32:
  case wasm::R_WASM_FUNCTION_OFFSET_I32:
  case wasm::R_WASM_SECTION_OFFSET_I32:
    return true;
  default:
    return false;
  }
}

namespace {

/// Reads a relocation section of wasm from its own text, to leave entries out.
class WasmRelocations {
public:
  explicit WasmRelocations(ArrayRef<uint8_t> content) : at_(content.begin()), end_(content.end()) {}

  uint64_t number() {
    unsigned size = 0;
    uint64_t result = decodeULEB128(at_, &size, end_);
    at_ += size;
    return result;
  }
  /// The text of the next entry; sets its offset in the section that is relocated.
  ArrayRef<uint8_t> entry(uint64_t *offset) {
    const uint8_t *begin = at_;
    uint8_t type = *at_++;
    *offset = number();
    number();
    if (hasAddend(type))
      number(); // signed, but its length is the same
    return {begin, at_};
  }

private:
  const uint8_t *at_, *end_;
};

} // namespace

/// Leaves the entries of `cuts` out of a relocation section: what is won makes the count of entries longer, as LEB128
/// allows. What they pointed to becomes an index beyond every table.
static void cutWasm(std::string &copy, StringRef archive, const Member &member, ArrayRef<Cut> cuts) {
  Error error = Error::success();
  WasmObjectFile file(MemoryBufferRef(member.contents, ""), error);
  cantFail(std::move(error)); // it was read before
  ArrayRef<uint8_t> relocations;
  size_t data = 0;
  for (const object::SectionRef &reference : file.sections()) {
    const object::WasmSection &section = file.getWasmSection(reference);
    if (section.Type == wasm::WASM_SEC_CUSTOM && section.Name == "reloc.DATA")
      relocations = section.Content;
    else if (section.Type == wasm::WASM_SEC_DATA)
      data = static_cast<size_t>(reinterpret_cast<const char *>(section.Content.data()) - archive.data());
  }
  WasmRelocations reader(relocations);
  SmallVector<uint8_t> kept;
  uint64_t section = reader.number(), count = reader.number(), left = 0;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t offset = 0;
    ArrayRef<uint8_t> entry = reader.entry(&offset);
    if (!cuts.empty() && cuts.front().position == offset) {
      std::memcpy(copy.data() + data + offset, cuts.front().toNull ? "\0\0\0" : "\xff\xff\xff\x7f", 4);
      cuts = cuts.drop_front();
      continue;
    }
    kept.append(entry.begin(), entry.end());
    ++left;
  }
  char *out = copy.data() + (reinterpret_cast<const char *>(relocations.data()) - archive.data());
  uint8_t *begin = reinterpret_cast<uint8_t *>(out), *to = begin;
  to += encodeULEB128(section, to);
  to += encodeULEB128(left, to, static_cast<unsigned>(relocations.size() - kept.size() - (to - begin)));
  std::copy(kept.begin(), kept.end(), to);
}

std::string cutReferences(StringRef archive, ArrayRef<Member> members, ArrayRef<Cut> cuts) {
  std::string copy = archive.str();
  while (!cuts.empty()) {
    const Member &member = members[cuts.front().member];
    ArrayRef<Cut> own = cuts.take_while([&](const Cut &cut) { return cut.member == cuts.front().member; });
    if (member.contents.starts_with("\x7f" "ELF"))
      cutElf(copy, member, own);
    else
      cutWasm(copy, archive, member, own);
    cuts = cuts.drop_front(own.size());
  }
  return copy;
}

} // namespace molt::link
