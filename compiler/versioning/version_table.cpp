#include "compiler/versioning/version_table.h"

namespace molt::versioning {

using mlir::Block;
using mlir::Value;

constexpr unsigned kVersions = 3;       // of a block that are made as their contexts ask
constexpr unsigned kJoinedVersions = 1; // beyond those, joins; then the general one
constexpr unsigned kGrowth = 3;         // times that the function may be copied, until no test is made any more
constexpr unsigned kMinimumBudget = 300;

bool Version::holdsVariable(unsigned slot, const FunctionFacts &facts) const {
  uint32_t known = context[context.size() - facts.slotCount() + slot];
  return known != kStaleSlot && unboxedTypes(Kinds::fromBits(known), facts.context()).empty();
}

VersionTable::VersionTable(const FunctionFacts &facts, mlir::Region &target)
    : facts_(facts), target_(target), budget_(std::max(kMinimumBudget, kGrowth * facts.size())) {}

llvm::SmallVector<Version *> VersionTable::likelyVersions(Block *block) const {
  llvm::SmallVector<Version *> likely;
  auto versions = versions_.find(block);
  if (versions != versions_.end())
    for (auto &version : versions->second)
      if (!version->isRare)
        likely.push_back(version.get());
  return likely;
}

Version *VersionTable::next() {
  auto &jobs = pending_.empty() ? rare_ : pending_;
  if (jobs.empty())
    return nullptr;
  Version *version = jobs.front();
  jobs.pop_front();
  return version;
}

// A likely path has come to what only rare ones had come to.
void VersionTable::promote(Version &version) {
  version.isRare = false;
  auto job = llvm::find(rare_, &version);
  if (job == rare_.end())
    return; // its code is there
  pending_.push_back(&version);
  rare_.erase(job);
}

Version *VersionTable::find(const Versions &versions, const Context &wanted) {
  for (auto &version : versions)
    if (version->context == wanted)
      return version.get();
  return nullptr;
}

// Where no version is to be made just for `wanted`: the one to take, or the more general context to make one for.
Version *VersionTable::settleFor(const Versions &versions, Context &wanted, bool isRare) {
  auto count = llvm::count_if(versions, [&](auto &version) { return version->isRare == isRare; });
  if (!isRare && !isExhausted() && count < kVersions)
    return nullptr;
  Version *best = nullptr;
  unsigned loss = ~0u;
  for (auto &version : versions)
    if (auto lost = lossOf(version->context, wanted); lost && *lost < loss)
      best = version.get(), loss = *lost;
  Context joined;
  if (!isRare && !isExhausted() && count < kVersions + kJoinedVersions)
    for (auto &version : versions) {
      Context candidate = join(version->context, wanted);
      if (auto lost = lossOf(candidate, wanted); lost && *lost < loss)
        joined = std::move(candidate), loss = *lost;
    }
  if (joined.empty() && best)
    return best;
  wanted = joined.empty() ? generalOf(wanted) : std::move(joined);
  return find(versions, wanted);
}

Version &VersionTable::versionFor(Block *block, Context wanted, bool isRare) {
  Versions &versions = versions_[block];
  if (!facts_.isOrdinary(block))
    wanted = generalOf(wanted);
  if (Version *known = find(versions, wanted)) {
    if (known->isRare && !isRare)
      promote(*known);
    return *known;
  }
  if (Version *other = settleFor(versions, wanted, isRare))
    return *other;
  return make(versions, block, std::move(wanted), isRare);
}

Version &VersionTable::make(Versions &versions, Block *block, Context context, bool isRare) {
  auto *made = new Block;
  target_.push_back(made);
  auto version = std::make_shared<Version>(Version{block, std::move(context), made, isRare});
  versions.push_back(version);
  (isRare || !facts_.isOrdinary(block) ? rare_ : pending_).push_back(version.get());
  addArguments(*version);
  return *version;
}

// They are made with the block, since branches to it are.
void VersionTable::addArguments(const Version &version) {
  mlir::Location location = facts_.function()->getLoc();
  auto add = [&](Value value, uint32_t known, bool isParameter) {
    if (value.getType().isInteger(1)) {
      version.block->addArgument(value.getType(), location);
      return;
    }
    llvm::SmallVector<mlir::Type, 3> types = unboxedTypes(Kinds::fromBits(known), facts_.context());
    if (types.empty() && !isParameter)
      types.push_back(value.getType());
    for (mlir::Type type : types)
      version.block->addArgument(type, location);
  };
  unsigned i = 0;
  for (Value value : facts_.liveness().values(version.source))
    add(value, version.context[i++], facts_.isParameter(value));
  for (mlir::BlockArgument argument : version.source->getArguments())
    add(argument, version.context[i++], false);
  for (unsigned slot = 0; slot < facts_.slotCount(); ++slot, ++i)
    if (version.context[i] != kStaleSlot)
      for (mlir::Type type : unboxedTypes(Kinds::fromBits(version.context[i]), facts_.context()))
        version.block->addArgument(type, location);
}

} // namespace molt::versioning
