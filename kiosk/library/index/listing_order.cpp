// In which order a column lists its items.
#include "library/index/listing_order.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace mingting {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::string_view take_figures(std::string_view& text) {
  while (text.size() > 1 && text[0] == '0' && is_figure(text[1])) text.remove_prefix(1);
  std::size_t end = 0;
  while (end < text.size() && is_figure(text[end])) ++end;
  const auto figures = text.substr(0, end);
  text.remove_prefix(end);
  return figures;
}

bool in_order(const ListedItem& a, const ListedItem& b) {
  if (a.order.empty() != b.order.empty()) return b.order.empty();
  if (a.order != b.order) return natural_less(a.order, b.order);
  return natural_less(a.id, b.id);
}

bool newer(const ListedItem& a, const ListedItem& b) {
  if (a.date != b.date) return a.date && (!b.date || *a.date > *b.date);
  return in_order(a, b);
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
  const auto whole = std::tie(a, b);
  std::string_view x = a, y = b;
  while (!x.empty() && !y.empty()) {
    if (is_figure(x[0]) && is_figure(y[0])) {
      const auto m = take_figures(x), n = take_figures(y);
      if (m.size() != n.size()) return m.size() < n.size();
      if (m != n) return m < n;
    } else if (x[0] != y[0]) {
      return static_cast<unsigned char>(x[0]) < static_cast<unsigned char>(y[0]);
    } else {
      x.remove_prefix(1), y.remove_prefix(1);
    }
  }
  if (x.empty() != y.empty()) return x.empty();
  return std::get<0>(whole) < std::get<1>(whole);
}

void sort_listing(const Column& column, std::vector<ListedItem>& items) {
  if (column.kind == ColumnKind::List || column.kind == ColumnKind::Urgent) {
    std::ranges::sort(items, newer);
    return;
  }
  std::ranges::sort(items, in_order);
  if (column.group_by.empty()) return;
  std::map<std::string, std::size_t> group_place;
  for (std::size_t i = 0; i < items.size(); ++i) group_place.emplace(items[i].group, i);
  std::ranges::stable_sort(items, {}, [&](const ListedItem& item) { return group_place[item.group]; });
}

}  // namespace mingting
