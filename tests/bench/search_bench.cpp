// Search measured on a collection of laws. Times are this thread's own: all that is read is in the page cache.
//
//   search_bench write LAWS.jsonl CONTENT.db [--national]  the content database; how long, how large, how much memory
//   search_bench speed CONTENT.db QUERIES.txt              p50, p99 and slowest by the queries' length, three rounds
//   search_bench read CONTENT.db                           opening, lists and documents, the longest by itself
//   search_bench quality CONTENT.db JUDGED.tsv [--list]    judged queries (id, query, relevant article ids) on what was
//                                                          written with --national: nDCG@10, recall@10, hit@1
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <set>

#include "base/said/words.hpp"
#include "laws.hpp"
#include "library/library.hpp"

namespace mingting {
namespace {

using Seconds = std::chrono::duration<double>;

/// The time this thread computed, other programs' not counted.
struct Timer {
  using duration = std::chrono::nanoseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<Timer, duration>;
  static constexpr bool is_steady = true;
  static time_point now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time_point(std::chrono::seconds(time.tv_sec) + duration(time.tv_nsec));
  }
};

double since(Timer::time_point start) {
  return Seconds(Timer::now() - start).count();
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

Library opened(const Path& content_db) {
  auto library = Library::open(content_db);
  if (!library) throw std::runtime_error(worded(library.error()));
  return std::move(*library);
}

std::vector<std::string> lines_of(const Path& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

void write(const Path& laws, const Path& content_db, bool national_only) {
  const auto start = Timer::now();
  std::ifstream file(laws);
  write_laws([&](std::string& line) { return static_cast<bool>(std::getline(file, line)); }, content_db,
             national_only);
  fmt::print("written in {:.1f} s, {:.1f} MB, peak memory {} MB\n", since(start),
             static_cast<double>(std::filesystem::file_size(content_db)) / 1e6, peak_megabytes());
}

void print_times(std::string_view what, std::vector<std::pair<double, std::string>>& times) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times[std::min(times.size() - 1,
                          static_cast<std::size_t>(share * static_cast<double>(times.size())))]
               .first *
           1e3;
  };
  fmt::print("{}: {} queries, p50 {:.2f} ms, p99 {:.2f} ms, slowest {:.2f} ms ({})\n", what, times.size(),
             at(0.5), at(0.99), times.back().first * 1e3, times.back().second);
}

void speed(const Path& content_db, const Path& queries) {
  const auto start = Timer::now();
  const auto library = opened(content_db);
  fmt::print("open {:.2f} ms", since(start) * 1e3);
  const auto first = Timer::now();
  if (auto results = library.search({.text = "第一", .filters = {}}); !results)
    throw std::runtime_error(worded(results.error()));
  fmt::print(", first search {:.2f} ms, memory {} MB\n", since(first) * 1e3, peak_megabytes());
  std::map<std::size_t, std::vector<std::pair<double, std::string>>> by_length;
  for (int round = 0; round < 3; ++round) {
    for (const auto& query : lines_of(queries)) {
      const auto begin = Timer::now();
      if (auto results = library.search({.text = query, .filters = {}}); !results)
        throw std::runtime_error(worded(results.error()));
      by_length[std::min<std::size_t>(count_code_points(query), 9)].emplace_back(since(begin), query);
    }
  }
  for (auto& [length, times] : by_length)
    print_times(length == 9 ? "9 and more characters" : fmt::format("{} characters", length), times);
  fmt::print("peak memory {} MB\n", peak_megabytes());
}

// ---- lists and documents -------------------------------------------------------------------------------------------

double milliseconds_of(const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < 21; ++i) {
    const auto start = Timer::now();
    work();
    times.push_back(since(start) * 1e3);
  }
  std::ranges::sort(times);
  return times[times.size() / 2];
}

void reading(const Path& content_db) {
  fmt::print("open {:.2f} ms\n", milliseconds_of([&] { opened(content_db); }));
  const auto library = opened(content_db);
  const auto columns = library.columns();
  std::string longest;
  std::size_t most = 0;
  for (const auto& column : *columns) {
    const auto start = Timer::now();
    const auto first = library.list({.column = column.id});
    const double cold = since(start) * 1e3;
    if (!first) throw std::runtime_error(worded(first.error()));
    fmt::print("list {}: {} items, first {:.2f} ms, then {:.2f} ms\n", column.id, first->total, cold,
               milliseconds_of([&] { (void)library.list({.column = column.id, .offset = first->total / 2}); }));
    for (const auto& item : first->items) {
      const auto document = library.document(item.id);
      if (document && document->blocks.size() > most) longest = item.id, most = document->blocks.size();
    }
  }
  fmt::print("document {} ({} blocks): {:.2f} ms; peak memory {} MB\n", longest, most,
             milliseconds_of([&] { (void)library.document(longest); }), peak_megabytes());
}

// ---- quality -------------------------------------------------------------------------------------------------------

struct Scores {
  double ndcg = 0, recall = 0, first = 0;
  void add(const std::vector<std::string>& ranked, const std::set<std::string>& relevant) {
    double gain = 0, ideal = 0, hits = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(10, ranked.size()); ++i) {
      if (!relevant.contains(ranked[i])) continue;
      gain += 1 / std::log2(static_cast<double>(i) + 2);
      ++hits;
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(10, relevant.size()); ++i)
      ideal += 1 / std::log2(static_cast<double>(i) + 2);
    ndcg += gain / ideal;
    recall += hits / static_cast<double>(relevant.size());
    first += !ranked.empty() && relevant.contains(ranked[0]) ? 1 : 0;
  }
  void print(std::string_view what, double queries) const {
    fmt::print("{:9} nDCG@10 {:.3f}  recall@10 {:.3f}  hit@1 {:.3f}\n", what, ndcg / queries,
               recall / queries, first / queries);
  }
};

/// Articles by the score of their passage, whatever document they belong to.
std::vector<std::string> ranked_articles(const SearchResults& results) {
  std::vector<std::pair<double, std::string>> articles;
  for (const auto& hit : results.hits) {
    articles.emplace_back(hit.score, hit.anchor);
    for (const auto& further : hit.further) articles.emplace_back(further.score, further.anchor);
  }
  std::ranges::stable_sort(articles, std::greater(), [](const auto& entry) { return entry.first; });
  std::vector<std::string> ranked;
  for (auto& [score, anchor] : articles) ranked.push_back(std::move(anchor));
  return ranked;
}

std::map<std::string, std::string> documents_by_anchor(const Library& library) {
  std::map<std::string, std::string> documents;
  for (std::size_t offset = 0, total = 1; offset < total; offset += 500) {
    const auto page = library.list({.column = "laws", .filters = {}, .offset = offset, .limit = 500});
    if (!page) throw std::runtime_error(worded(page.error()));
    total = page->total;
    for (const auto& item : page->items) {
      const auto document = library.document(item.id);
      if (!document) throw std::runtime_error(worded(document.error()));
      for (const auto& block : document->blocks) {
        if (!block.anchor.empty()) documents[block.anchor] = item.id;
      }
    }
  }
  return documents;
}

void quality(const Path& content_db, const Path& judged, bool list) {
  const auto library = opened(content_db);
  auto document_of = documents_by_anchor(library);
  Scores articles, documents, best;
  std::vector<std::pair<double, std::string>> times;
  double count = 0;
  for (const auto& line : lines_of(judged)) {
    const auto parts = split(line, '\t');
    const auto ids = split(parts.at(2), ',');
    const std::set<std::string> relevant(ids.begin(), ids.end());
    std::set<std::string> relevant_documents;
    for (const auto& id : relevant) relevant_documents.insert(document_of[id]);
    const auto begin = Timer::now();
    const auto results = library.search({.text = parts.at(1), .filters = {}, .limit = 20, .passages = 10});
    times.emplace_back(since(begin), parts.at(1));
    std::vector<std::string> by_document, by_best;
    for (const auto& hit : results->hits) by_document.push_back(hit.item.id), by_best.push_back(hit.anchor);
    const auto before = documents.first;
    articles.add(ranked_articles(*results), relevant);
    best.add(by_best, relevant);
    documents.add(by_document, relevant_documents);
    if (list && documents.first == before) {
      fmt::print("- {}\n", parts.at(1));
      for (std::size_t i = 0; i < std::min<std::size_t>(2, results->hits.size()); ++i)
        fmt::print("    {} #{} {}\n", results->hits[i].item.title, results->hits[i].anchor,
                   results->hits[i].passage.text);
    }
    ++count;
  }
  fmt::print("{} queries\n", count);
  articles.print("articles", count);
  best.print("best only", count);
  documents.print("documents", count);
  print_times("time", times);
}

int run(const std::vector<std::string>& words) {
  const bool flag = words.size() > 3 && (words.back() == "--national" || words.back() == "--list");
  if (words.size() == 2 && words[0] == "read") {
    reading(words[1]);
    return 0;
  }
  if (words.size() < 3) {
    std::cerr << "search_bench write LAWS.jsonl CONTENT.db [--national] | speed CONTENT.db QUERIES | read "
                 "CONTENT.db | quality "
                 "CONTENT.db JUDGED.tsv [--list]\n";
    return 2;
  }
  if (words[0] == "write")
    write(words[1], words[2], flag);
  else if (words[0] == "speed")
    speed(words[1], words[2]);
  else
    quality(words[1], words[2], flag);
  return 0;
}

}  // namespace
}  // namespace mingting

int main(int count, char** words) {
  try {
    return mingting::run({words + 1, words + count});
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << '\n';
    return 1;
  }
}
