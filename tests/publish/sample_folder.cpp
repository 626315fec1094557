// What is in the sample folder, and how is it spoilt?
#include "publish/sample_folder.hpp"

#include <filesystem>
#include <fstream>

#include "base/said/words.hpp"
#include "base/text/text.hpp"
#include "support/small_png.hpp"

namespace mingting {

std::map<std::string, std::string> sound_files() {
  return {
      {"site.toml",
       "id = \"nanming\"\nname = \"大厅\"\ndistrict = \"南明区\"\noffice = \"办公室\"\nhall = "
       "\"专区\"\naddress = \"一楼\"\n"
       "hours = \"九点\"\nphone = \"0851\"\nreceipt_prefix = \"NM\"\n\n"
       "[[tiles]]\ntitle = \"指南\"\ntarget = \"column:guide\"\n"},
      {"columns/guide.toml",
       "title = \"指南\"\nkind = \"list\"\nrequired = [\"summary\", \"unit\"]\n\n[[shown]]\nname = "
       "\"unit\"\ntitle = \"单位\"\ntitle_en = \"Unit\"\n"},
      {"columns/documents.toml", "title = \"文件\"\n"},
      {"guide/01-hall.md",
       "+++\ntitle = \"专区\"\nsummary = \"做什么\"\n\n[fields]\nunit = \"区政府\"\n+++\n\n第一段。\n\n## "
       "开放 时间\n\n九点到五点。\n"},
      {"guide/02-apply.md",
       "+++\ntitle = \"申请\"\nsummary = \"怎么做\"\n\n[fields]\nunit = \"区政府\"\n\n[[relations]]\nkind = "
       "\"related\"\n"
       "item = \"guide/01-hall\"\n+++\n\n见[专区](guide/01-hall#开放时间)。\n"},
      {"documents/rules.md",
       "+++\ntitle = \"办法\"\ndocument_number = \"国办函〔2020〕109号\"\nmade = 2020-11-17\npublished = "
       "\"2020-12-01\"\n"
       "effective = 2021-01-01\nvalidity = \"有效\"\n+++\n\n内容。\n\n![示意图](media/plan.png)\n"},
      {"forms/feedback.toml",
       "title = \"意见\"\ntitle_en = \"Feedback\"\nversion = \"1\"\nrules = \"feedback\"\n\n"
       "[[steps]]\ntitle = \"一\"\ntitle_en = \"One\"\n\n"
       "[[steps.fields]]\nid = \"kind\"\nkind = \"choice\"\nlabel = \"类别\"\nlabel_en = \"Kind\"\n"
       "choices = [{ value = \"a\", label = \"甲\", label_en = \"A\" }, { value = \"b\", label = \"乙\", "
       "label_en = \"B\" }]\n\n"
       "[[steps.fields]]\nid = \"words\"\nkind = \"long-text\"\nlabel = \"意见\"\nlabel_en = \"Words\"\n"
       "shown_when = { field = \"kind\", values = [\"a\"] }\n"},
      {"tables/fees.toml",
       "title = \"收费\"\nsource = \"通知\"\nkey = [\"name\"]\n\n[[columns]]\nname = \"name\"\ntitle = "
       "\"项目\"\nrequired = true\n\n"
       "[[columns]]\nname = \"price\"\ntitle = \"单价\"\ntype = \"money\"\n\n[[columns]]\nname = "
       "\"day\"\ntitle = \"日期\"\ntype = \"date\"\n"},
      {"tables/fees.csv", "name,price,day\n甲,100,2026-01-01\n乙,\"1,200.50\",\n"},
      {"calendar/holidays.csv",
       "date,kind,name\n2026-01-01,holiday,元旦\n2026-02-16,holiday,春节\n2026-02-17,holiday,春节\n"
       "2026-02-18,holiday,春节\n2026-02-19,holiday,春节\n2026-02-28,workday,春节\n2026-04-05,holiday,清明节\n"
       "2026-05-01,holiday,劳动节\n2026-05-02,holiday,劳动节\n2026-06-19,holiday,端午节\n2026-09-25,holiday,中秋节\n"
       "2026-10-01,holiday,国庆节\n2026-10-02,holiday,国庆节\n2026-10-03,holiday,国庆节\n"},
      {"media/plan.png", small_png()},
  };
}

std::string sentence_of(const Finding& finding) { return worded(finding.what); }

SampleFolder& SampleFolder::change(const std::string& name, const std::string& from, const std::string& to) {
  auto& text = files.at(name);
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << name << " has no " << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return *this;
}

SampleFolder& SampleFolder::item(const std::string& name, const std::string& body, const std::string& front) {
  files["documents/" + name + ".md"] = "+++\ntitle = \"题\"\n" + front + "+++\n" + body + "\n";
  return *this;
}

CheckedContent SampleFolder::check(const CheckOptions& options) {
  write();
  auto checked = read_content(disk(), folder_.path(), options);
  if (!checked) {
    ADD_FAILURE() << worded(checked.error());
    return {};
  }
  every_finding_names_a_place(*checked);
  return std::move(*checked);
}

std::vector<std::vector<std::string>> SampleFolder::rows(const std::string& table, const std::string& edition) {
  std::vector<std::vector<std::string>> rows;
  const auto checked = check();
  for (const auto& each : checked.content.tables) {
    if (each.table.id != table || each.table.edition != edition) continue;
    FileReport report(each.rows.file.name);
    (void)read_rows(disk(), each.rows, each.table, Coverage(), report, [&](int, std::vector<std::string>& cells) { rows.push_back(cells); });
  }
  return rows;
}

Document SampleFolder::document(const std::string& id) {
  const auto checked = check();
  EXPECT_TRUE(checked.sound()) << (checked.findings.empty() ? "" : sentence_of(checked.findings.front()));
  for (const auto& document : checked.content.documents) {
    if (document.item.id == id) return document;
  }
  ADD_FAILURE() << "no " << id;
  return {};
}

void SampleFolder::write() {
  for (const auto& [name, text] : written_) {
    if (!files.contains(name)) std::filesystem::remove(folder_ / name);
  }
  for (const auto& [name, text] : files) {
    const auto old = written_.find(name);
    if (old != written_.end() && old->second == text) continue;
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  written_ = files;
}

void SampleFolder::every_finding_names_a_place(const CheckedContent& checked) {
  for (const auto& finding : checked.findings) {
    const auto place = folder_ / finding.file;
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::symlink_status(place)) ||
                sentence_of(finding).starts_with("缺少"))
        << finding.file << ": " << sentence_of(finding);
    EXPECT_THAT(to_code_points(sentence_of(finding)), ::testing::Contains(::testing::Truly(is_han)))
        << "no words for " << finding.what.code;
    if (finding.line == 0) continue;
    const auto text = disk().read(place, 64U << 20);
    ASSERT_TRUE(text) << finding.file;
    EXPECT_LE(finding.line, std::count(text->begin(), text->end(), '\n') + 1) << finding.file;
  }
}

namespace found {

::testing::Matcher<Finding> finding(Severity severity, const std::string& file, int line, const std::string& part) {
  using ::testing::AllOf;
  return AllOf(::testing::Field("severity", &Finding::severity, severity),
               ::testing::Field("file", &Finding::file, file), ::testing::Field("line", &Finding::line, line),
               ::testing::ResultOf("sentence", sentence_of, ::testing::HasSubstr(part)));
}

}  // namespace found

FindingsMatcher only_error(const std::string& file, int line, const std::string& part) {
  return ::testing::ElementsAre(found::finding(Severity::Error, file, line, part));
}

FindingsMatcher only_warning(const std::string& file, int line, const std::string& part) {
  return ::testing::ElementsAre(found::finding(Severity::Warning, file, line, part));
}

FindingsMatcher has_error(const std::string& file, int line, const std::string& part) {
  return ::testing::Contains(found::finding(Severity::Error, file, line, part));
}

FindingsMatcher has_warning(const std::string& file, int line, const std::string& part) {
  return ::testing::Contains(found::finding(Severity::Warning, file, line, part));
}

void PrintTo(const Finding& finding, std::ostream* out) {
  *out << (finding.severity == Severity::Error ? "error " : "warning ") << finding.file << ":" << finding.line
       << ": " << sentence_of(finding);
}

}  // namespace mingting
