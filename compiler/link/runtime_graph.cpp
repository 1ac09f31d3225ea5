#include "compiler/link/runtime_graph.h"

#include "abi/object.h"

#include <llvm/Support/Endian.h>

namespace molt::link {

using namespace llvm;

// The order of SlotPart, and of molt_layout_offsets in runtime/core/slot_layout.cpp.
namespace {

enum Part : uint16_t { kType, kNumber, kContainer, kParts, kAttributes = kParts, kMethods };

/// An array of rows with a name and functions.
struct RowLayout {
  uint16_t size, name, function, other;
};

struct LayoutOffsets {
  uint16_t number, container, methodEntries, methodsPlain, getsets, members;
  uint16_t typeFlags, exceptionBit;
  RowLayout attributes, methods;
  uint16_t rowSize, rowName, rowPart, rowOffset, rowGeneric, rowWrap;
};

struct SlotLayout {
  uint16_t part, kind, offset, count;
};

constexpr StringRef kKindPrefix = "molt_slot_kind_";
constexpr StringRef kTypePrefix = "molt_type_";
constexpr StringRef kIdentityPrefix = "molt_is_";
constexpr StringRef kLiteralPrefix = "_ZN4molt10strLiteralI";
constexpr StringRef kWhenPrefix = "molt_when_";
constexpr StringRef kRows = "_ZN4molt8slotRowsE";
/// What shows types to Python that the runtime handed to itself (quietly() in runtime/core/type.h).
constexpr StringRef kTypeAttributes[] = {"__class__",  "__self__",     "__objclass__",   "__mro__",   "__base__",
                                         "__bases__",  "mro",          "__thisclass__",  "__new__",   "__self_class__",
                                         "__origin__", "__qualifier__", "__type_params__", "__exit__", "__get__"};
enum Kind : uint32_t {
#define SLOT_KIND(kind) k_##kind,
#include "abi/slot_kinds.def"
#undef SLOT_KIND
};
const char *const kKindNames[] = {
#define SLOT_KIND(kind) #kind,
#include "abi/slot_kinds.def"
#undef SLOT_KIND
};

} // namespace

// ---- Building ---------------------------------------------------------------------------------------

class GraphBuilder {
public:
  using NodeId = RuntimeGraph::NodeId;

  explicit GraphBuilder(std::vector<Member> members) { graph_.members_ = std::move(members); }

  Expected<RuntimeGraph> build() {
    nameNodes();
    if (!readLayout())
      return createStringError("the runtime's archive has no molt_slot_layout");
    findSlotParts();
    for (memberIndex_ = 0; memberIndex_ < graph_.members_.size(); ++memberIndex_)
      for (uint32_t piece = 0; piece < member().pieces.size(); ++piece)
        addReferences(piece);
    return std::move(graph_);
  }

private:
  const Member &member() const { return graph_.members_[memberIndex_]; }
  NodeId nodeOf(uint32_t piece) const { return nodes_[memberIndex_][piece]; }

  /// Gives each piece a node; pieces that define the same symbol (templates, inline functions) share one.
  void nameNodes() {
    for (memberIndex_ = 0; memberIndex_ < graph_.members_.size(); ++memberIndex_) {
      nodes_.emplace_back(member().pieces.size(), UINT32_MAX);
      for (const PieceSymbol &symbol : member().symbols)
        if (symbol.piece != kNoPiece && !symbol.local)
          nameNode(symbol);
      for (NodeId &node : nodes_.back())
        if (node == UINT32_MAX)
          node = newNode();
    }
  }

  NodeId newNode() {
    graph_.edges_.emplace_back();
    return static_cast<NodeId>(graph_.edges_.size() - 1);
  }

  void nameNode(const PieceSymbol &symbol) {
    NodeId &node = nodes_.back()[symbol.piece];
    auto [known, isNew] = graph_.byName_.try_emplace(symbol.name, node);
    if (!isNew && node == UINT32_MAX)
      node = known->second;
    else if (isNew && node == UINT32_MAX)
      node = newNode();
    if (isNew)
      known->second = node;
    StringRef name = symbol.name;
    if (name.consume_front(kKindPrefix))
      addKind(node, name);
    else if (name.starts_with(kLiteralPrefix))
      graph_.literals_[node] = literalText(member().pieces[symbol.piece].contents);
    else if (name.starts_with(kTypePrefix))
      types_.insert(node);
    else if (name.consume_front(kWhenPrefix))
      whenSaid_[node] = name;
    else if (!name.starts_with("molt") && !name.starts_with("_Z"))
      graph_.roots_.push_back(node);
  }

  void addKind(NodeId node, StringRef name) {
    for (const char *const &kind : kKindNames)
      if (name == kind)
        graph_.kinds_[node] = static_cast<uint32_t>(&kind - kKindNames);
  }

  static StringRef literalText(StringRef contents) {
    if (contents.size() < sizeof(Str))
      return {};
    uint64_t size = support::endian::read64le(contents.data() + offsetof(Str, size));
    return contents.substr(sizeof(Str), size);
  }

  StringRef contentsOf(StringRef name) const {
    for (const Member &member : graph_.members_)
      for (const PieceSymbol &symbol : member.symbols)
        if (symbol.name == name && symbol.piece != kNoPiece)
          return member.pieces[symbol.piece].contents;
    return {};
  }

  bool readLayout() {
    StringRef offsets = contentsOf("molt_layout_offsets"), slots = contentsOf("molt_slot_layout");
    if (offsets.size() != sizeof(LayoutOffsets) || slots.empty())
      return false;
    std::memcpy(&offsets_, offsets.data(), sizeof offsets_);
    unsigned pointer = offsets_.container - offsets_.number;
    for (; slots.size() >= sizeof(SlotLayout); slots = slots.drop_front(sizeof(SlotLayout))) {
      SlotLayout row;
      std::memcpy(&row, slots.data(), sizeof row);
      for (uint16_t i = 0; i < row.count; ++i)
        kindAt_[row.part][row.offset + i * pointer] = row.kind;
    }
    return true;
  }

  /// The node that a reference of the current member means, or none.
  std::optional<NodeId> targetOf(const PieceReference &reference) const {
    const PieceSymbol &symbol = member().symbols[reference.symbol];
    if (symbol.local)
      return symbol.piece == kNoPiece ? std::nullopt : std::optional(nodeOf(symbol.piece));
    if (symbol.name.starts_with(kIdentityPrefix))
      return std::nullopt; // compares, no more
    auto found = graph_.byName_.find(symbol.name);
    return found == graph_.byName_.end() ? std::nullopt : std::optional(found->second);
  }

  /// Which types' number and container slots each piece is.
  void findSlotParts() {
    for (memberIndex_ = 0; memberIndex_ < graph_.members_.size(); ++memberIndex_)
      for (uint32_t piece = 0; piece < member().pieces.size(); ++piece) {
        if (!types_.contains(nodeOf(piece)))
          continue;
        for (const PieceReference &reference : member().pieces[piece].references) {
          Part part = reference.offset == offsets_.number      ? kNumber
                      : reference.offset == offsets_.container ? kContainer
                      : reference.offset == offsets_.getsets      ? kAttributes
                      : reference.offset == offsets_.methodsPlain ? kMethods
                                                               : kType;
          if (part == kType)
            continue;
          if (std::optional<NodeId> target = targetOf(reference))
            parts_[*target].push_back({nodeOf(piece), part});
        }
      }
  }

  void addReferences(uint32_t piece) {
    NodeId node = nodeOf(piece);
    auto part = parts_.find(node);
    for (const PieceReference &reference : member().pieces[piece].references) {
      std::optional<NodeId> target = targetOf(reference);
      if (!target)
        continue;
      if (types_.contains(node))
        addTypeReference(node, member().pieces[piece], reference, *target);
      else if (part != parts_.end() && part->second.front().second >= kAttributes)
        addAttributeReference(node, part->second, member().pieces[piece], reference, *target);
      else if (part != parts_.end())
        addSlotPartReference(node, part->second, reference, *target);
      else if (isRows(node))
        addRowReference(member().pieces[piece], reference, *target);
      else if (auto name = whenSaid_.find(node); name != whenSaid_.end())
        graph_.whenSaid_.push_back({name->second, *target, cuttable(reference, /*toNull=*/true)});
      else if (!isTable(node))
        graph_.edges_[node].push_back(*target);
    }
  }

  bool isRows(NodeId node) const {
    auto rows = graph_.byName_.find(kRows);
    return rows != graph_.byName_.end() && rows->second == node;
  }
  /// A full table of methods, which the program's own takes the place of.
  bool isTable(NodeId node) {
    if (tables_.empty())
      for (const auto &symbol : graph_.byName_)
        if (symbol.first().starts_with("molt_methods_") || symbol.first().starts_with("molt_functions_") ||
            symbol.first().starts_with("molt_types_") ||
            symbol.first() == "molt_builtin_types" || symbol.first() == "molt_character_names" || symbol.first() == "molt_native_modules")
          tables_.insert(symbol.second);
    return tables_.contains(node);
  }

  uint32_t cuttable(const PieceReference &reference, bool toNull = false) {
    graph_.references_.push_back({static_cast<uint32_t>(memberIndex_), reference.position, toNull});
    return static_cast<uint32_t>(graph_.references_.size() - 1);
  }

  bool isException(const Piece &type) const {
    return support::endian::read32le(type.contents.data() + offsets_.typeFlags) >> offsets_.exceptionBit & 1;
  }

  void addTypeReference(NodeId type, const Piece &piece, const PieceReference &reference, NodeId target) {
    uint32_t offset = reference.offset;
    auto kind = kindAt_[kType].find(offset);
    if (kind != kindAt_[kType].end()) {
      uint32_t cut = cuttable(reference);
      graph_.conditionals_.push_back({type, kind->second, target, cut});
      if (isException(piece) && (kind->second == k_newInstance || kind->second == k_init))
        graph_.conditionals_.push_back({type, kind->second == k_init ? k_initException : k_newException, target, cut});
    }
    else if (offset == offsets_.members)
      graph_.conditionals_.push_back({type, RuntimeGraph::kAnyKind, target, cuttable(reference)});
    else if (offset != offsets_.number && offset != offsets_.getsets && offset != offsets_.methodsPlain && offset != offsets_.container && offset != offsetof(Object, type))
      graph_.edges_[type].push_back(target);
  }

  using Owners = SmallVector<std::pair<NodeId, Part>, 1>;

  void addSlotPartReference(NodeId slots, const Owners &owners, const PieceReference &reference, NodeId target) {
    uint32_t cut = cuttable(reference);
    auto found = kindAt_[owners.front().second].find(reference.offset);
    uint32_t kind = found == kindAt_[owners.front().second].end() ? RuntimeGraph::kAnyKind : found->second;
    for (auto [owner, part] : owners)
      graph_.conditionals_.push_back({owner, kind, target, cut});
    // Whoever refers to the slots other than by their type has instances, too.
    graph_.conditionals_.push_back({slots, kind, target, cut});
  }

  /// The C string that the current member refers to.
  StringRef textAt(const PieceReference &reference) const {
    const PieceSymbol &symbol = member().symbols[reference.symbol];
    if (symbol.piece == kNoPiece)
      return {};
    StringRef text = member().pieces[symbol.piece].contents.drop_front(symbol.offset + static_cast<uint64_t>(reference.addend));
    return text.take_until([](char c) { return c == 0; });
  }

  void addAttributeReference(NodeId rows, const Owners &owners, const Piece &piece, const PieceReference &reference,
                             NodeId target) {
    const RowLayout &layout = owners.front().second == kMethods ? offsets_.methods : offsets_.attributes;
    uint32_t row = reference.offset / layout.size * layout.size, field = reference.offset - row;
    if (field != layout.function && field != layout.other)
      return; // texts make nothing reachable
    StringRef name;
    for (const PieceReference &other : piece.references)
      if (other.offset == row + layout.name)
        name = textAt(other);
    uint32_t cut = cuttable(reference);
    for (auto [owner, part] : owners)
      graph_.attributes_.push_back({owner, name, target, cut});
    graph_.attributes_.push_back({rows, name, target, cut});
  }

  void addRowReference(const Piece &rows, const PieceReference &reference, NodeId target) {
    uint32_t row = reference.offset / offsets_.rowSize * offsets_.rowSize, field = reference.offset - row;
    if (field != offsets_.rowGeneric && field != offsets_.rowWrap)
      return; // its name and text make nothing reachable
    auto part = static_cast<uint8_t>(rows.contents[row + offsets_.rowPart]);
    uint16_t offset = support::endian::read16le(rows.contents.data() + row + offsets_.rowOffset);
    StringRef name;
    for (const PieceReference &other : rows.references)
      if (other.offset == row + offsets_.rowName)
        if (std::optional<NodeId> literal = targetOf(other))
          name = graph_.literals_.lookup(*literal);
    graph_.rows_.push_back({name, kindAt_[part].lookup(offset), field == offsets_.rowWrap, target, cuttable(reference)});
  }

  RuntimeGraph graph_;
  size_t memberIndex_ = 0;
  std::vector<std::vector<NodeId>> nodes_; // of each member's pieces
  DenseSet<NodeId> types_, tables_;
  DenseMap<NodeId, StringRef> whenSaid_;
  DenseMap<NodeId, Owners> parts_;
  LayoutOffsets offsets_;
  DenseMap<uint32_t, uint32_t> kindAt_[kParts]; // by offset
};

Expected<RuntimeGraph> RuntimeGraph::read(StringRef archive) {
  auto members = readPieces(archive);
  return members ? GraphBuilder(std::move(*members)).build() : members.takeError();
}

// ---- Reaching ---------------------------------------------------------------------------------------

class Reachability {
public:
  using NodeId = RuntimeGraph::NodeId;

  Reachability(const RuntimeGraph &graph, const Demand &demand)
      : graph_(graph), demand_(demand), live_(graph.edges_.size()), kinds_(std::size(kKindNames)),
        names_(*demand.names), kept_(graph.references_.size()) {
    result_.entries.resize(demand.entries.size());
  }

  Reached run() {
    for (NodeId root : graph_.roots_)
      add(root);
    for (const std::string &symbol : demand_.symbols)
      add(symbol);
    add("molt_main");
    if (llvm::any_of(kTypeAttributes, [&](StringRef name) { return demand_.names->contains(name); }))
      add("molt_type_type");
    do {
      changed_ = false;
      visit();
      decide();
    } while (changed_);
    for (size_t i = 0; i < graph_.references_.size(); ++i)
      if (!kept_[i])
        result_.cuts.push_back(graph_.references_[i]);
    llvm::sort(result_.cuts, [](const Cut &a, const Cut &b) {
      return std::tie(a.member, a.position) < std::tie(b.member, b.position);
    });
    return std::move(result_);
  }

private:
  void add(NodeId node) {
    if (live_[node])
      return;
    live_.set(node);
    changed_ = true;
    work_.push_back(node);
  }
  void add(StringRef symbol) {
    auto found = graph_.byName_.find(symbol);
    if (found != graph_.byName_.end())
      add(found->second);
  }

  void visit() {
    while (!work_.empty()) {
      NodeId node = work_.pop_back_val();
      for (NodeId target : graph_.edges_[node])
        add(target);
      if (auto kind = graph_.kinds_.find(node); kind != graph_.kinds_.end())
        kinds_.set(kind->second);
      if (auto literal = graph_.literals_.find(node); literal != graph_.literals_.end())
        names_.insert(literal->second);
    }
  }

  /// Follows the references whose condition has come true.
  void decide() {
    for (const RuntimeGraph::Conditional &reference : graph_.conditionals_)
      if (live_[reference.owner] && (reference.kind == RuntimeGraph::kAnyKind || kinds_[reference.kind]))
        follow(reference.target, reference.reference);
    for (const RuntimeGraph::Attribute &attribute : graph_.attributes_)
      if (live_[attribute.owner] && namesOf(attribute.name).contains(attribute.name))
        follow(attribute.target, attribute.reference);
    for (const RuntimeGraph::WhenSaid &reference : graph_.whenSaid_)
      if (reference.name == "types_are_values" ? typesAreValues() : demand_.names->contains(reference.name))
        follow(reference.target, reference.reference);
    bool classes = kinds_[k_fromClasses];
    for (const RuntimeGraph::RowFunction &function : graph_.rows_)
      if (classes || (function.wrapper && names_.contains(function.name))) {
        follow(function.target, function.reference);
        changed_ |= !kinds_[function.kind];
        kinds_.set(function.kind);
      }
    for (size_t i = 0; i < demand_.entries.size(); ++i) {
      const codegen::TableEntry &entry = demand_.entries[i];
      auto table = graph_.byName_.find(entry.table);
      bool reached = !entry.symbol.empty() && table != graph_.byName_.end() && live_[table->second] &&
                     (entry.name.empty() || namesOf(entry).contains(entry.name));
      if (reached && !result_.entries[i]) {
        result_.entries.set(i);
        add(entry.symbol);
        if (isTypes(entry))
          add("molt_type_type"); // a type is a value
      }
    }
  }

  /// The names that reach an entry: the runtime looks up no type, and this method only on types.
  const StringSet<> &namesOf(const codegen::TableEntry &entry) const {
    return isTypes(entry) ? *demand_.names : namesOf(entry.name);
  }
  const StringSet<> &namesOf(StringRef name) const {
    return name == "__class_getitem__" && !typesAreValues() ? *demand_.names : names_;
  }
  bool typesAreValues() const {
    auto type = graph_.byName_.find("molt_type_type");
    return type != graph_.byName_.end() && live_[type->second];
  }
  static bool isTypes(const codegen::TableEntry &entry) {
    return entry.table == "molt_builtin_types" || entry.table.starts_with("molt_types_");
  }

  void follow(NodeId target, uint32_t reference) {
    kept_.set(reference);
    add(target);
  }

  const RuntimeGraph &graph_;
  const Demand &demand_;
  BitVector live_, kinds_;
  StringSet<> names_;
  BitVector kept_;
  SmallVector<NodeId> work_;
  bool changed_ = false;
  Reached result_;
};

Reached RuntimeGraph::reach(const Demand &demand) const { return Reachability(*this, demand).run(); }

} // namespace molt::link
