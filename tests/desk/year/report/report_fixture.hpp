// A small year of work, and the words of a report that somebody wrote.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/said/words.hpp"
#include "desk/papers/case_papers.hpp"
#include "desk/year/report/paper.hpp"
#include "desk/year/report/prose.hpp"
#include "desk/year/report/report.hpp"
#include "domain/desk_fixture.hpp"

namespace mingting {

inline const std::string kWrittenWords = R"(
[part-1]
text = """
{年份}年，新收政府信息公开申请{新收}件，上年结转{上年结转}件；办结{办结}件，结转下年度继续办理{结转下年度}件。
予以公开{予以公开}件，不予公开{ 不予公开 }件，其他处理{其他处理}件。行政复议{行政复议}件，行政诉讼{行政诉讼}件。行政许可{行政许可}件，收费{收费万元}万元。
"""
[part-5]
text = "{机关}去年说的问题改好了。"
[part-6]
text = "收取信息处理费{信息处理费}元。"
)";

Office sample_office();

DisclosureTable sample_disclosure();

std::vector<CaseFigures> sample_year();

std::vector<RegisteredDispute> sample_disputes();

AnnualReport sample_report(const ReportSources& sources = {sample_year(), sample_disclosure(), sample_disputes(), 38});

ReportCover sample_cover(std::size_t problems = 0);

/// Received over three years, every kind of applicant and ending.
std::vector<CaseFigures> random_cases(RandomSource& random, std::uint32_t count);

/// The faces of official papers, opened once for all tests of the program.
const PaperFaces& report_faces();

}  // namespace mingting
