// What is written is what is read: items, documents, columns, forms, tables, calendar, media.
#include <gmock/gmock.h>


#include <fstream>
#include <sstream>

#include "base/said/words.hpp"
#include "library/corpus.hpp"

namespace mingting {
namespace {

using testing::ElementsAre;

std::string bytes_of(const Path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

Document everything() {
  auto document = mingting::document("policies/all", "样样都有");
  auto& item = document.item;
  item.summary = "摘要";
  item.index_number = "115201020/2021-1";
  item.document_number = "南府发〔2021〕1号";
  item.issuer = "区政府";
  item.made = parse_date("2021-01-02");
  item.published = parse_date("2021-01-05");
  item.effective = parse_date("2021-02-01");
  item.expires = parse_date("2026-01-31");
  item.topic = "综合政务";
  item.disclosure = Disclosure::OnRequest;
  item.validity = Validity::Amended;
  item.validity_note = "经某文件修改";
  item.legal_basis = "条例第二十条";
  item.period = "二十个工作日";
  item.audience = "企业";
  item.explainer_form = "qa";
  item.sample = true;
  item.keywords = {"乙", "甲"};
  item.fields = {{"lead", "区政府办公室"}, {"说明", "含\"引号\"和\n换行"}};
  document.blocks = {heading(1, "标题"),
                     {.spans = {{.text = "看", .strong = true},
                                {.text = "这里", .emphasis = true, .link = "item:policies/x#y"},
                                {.text = "删去", .struck = true}}},
                     {.kind = BlockKind::Bullet, .level = 1, .spans = {{.text = "点"}}},
                     {.kind = BlockKind::Numbered, .number = 3, .spans = {{.text = "三"}}},
                     {.kind = BlockKind::Quote, .spans = {{.text = "引"}}},
                     {.kind = BlockKind::Table, .cells = {{"项", "数"}, {"一", ""}, {"", "2\t3"}}},
                     {.kind = BlockKind::Picture, .media = "a.png", .alt = "一幅图"},
                     {.kind = BlockKind::Rule},
                     paragraph("𬭸䶮㛃😀"),
                     {.spans = {}},
                     {.spans = {{.text = ""}}}};
  return document;
}

TEST(Content, ADocumentComesBackAsItWent) {
  auto content = small_hall();
  content.documents.push_back(everything());
  const OpenHall hall(content);
  const auto read = hall->document("policies/all");
  ASSERT_TRUE(read) << worded(read.error());
  EXPECT_EQ(read->item, everything().item);
  EXPECT_EQ(read->blocks, everything().blocks);
}

TEST(Content, SiteAndColumnsComeBackInOrder) {
  auto content = small_hall();
  content.site.tiles = {{"查政策", "Policies", "说明", "caption", "policy", "column:policies"}};
  content.site.office_key = "a2V5";
  content.site.count_uses = false;
  content.columns[0].shown = {{"issuer", "机构", "Issuer"}, {"published", "日期"}};
  content.columns[0].doors = {{"form:feedback", "feedback"}, {"column:services", ""}};
  content.columns[0].order = 9;
  const OpenHall hall(content);
  EXPECT_EQ(*hall->site(), content.site);
  EXPECT_THAT(*hall->columns(), ElementsAre(content.columns[1], content.columns[0]));
}

TEST(Content, MatchersComeBackAndOlderFilesHaveNone) {
  TempFolder folder;
  Matcher matcher{.id = "firms", .title = "企业", .title_en = "Firms", .summary = "说明", .summary_en = "summary", .source = "办法", .sample = true, .policy = HitPolicy::First};
  matcher.questions = {{"size", "规模", "Size", "看执照", "see licence", AskedAs::Choice, "", "", {{"a", "小", "small", "帮助"}}},
                       {.id = "staff", .title = "职工", .kind = AskedAs::Number, .unit = "人", .unit_en = "people"}};
  const Criterion size{.question = "size", .is = {"a"}, .is_not = {"b"}, .words = "小", .words_en = "small", .source = "第一条"};
  const Criterion staff{.question = "staff", .at_least = -5, .more_than = -6, .at_most = 300, .less_than = 301, .words = "人数", .source = "第二条"};
  matcher.outcomes = {{"loan", "贷款", "Loan", "两万元", "CNY 20,000", "item:a", parse_date("2026-12-31"), {{{size, staff}}, {{size}}}}, {.id = "none"}};
  matcher.next = MatchNext{"form:application", "去", "go"};
  auto writer = LibraryWriter::create(folder / "content.db");
  require(writer->set_site(small_hall().site));
  require(writer->add_matcher(matcher));
  require(writer->add_matcher({.id = "second"}));
  EXPECT_FALSE(writer->add_matcher({.id = "second"}));
  require(writer->finish());
  EXPECT_THAT(*Library::open(folder / "content.db")->matchers(), ElementsAre(matcher, Matcher{.id = "second"}));
  make_older(folder / "content.db", 3);
  const auto older = Library::open(folder / "content.db");
  ASSERT_TRUE(older) << worded(older.error());
  EXPECT_TRUE(older->matchers()->empty());
}

TEST(Content, FormsTablesCalendarAndMediaComeBack) {
  TempFolder folder;
  Form form{.id = "application", .title = "申请", .rules = RuleSet::Application, .next = {"{due} 前答复"}};
  form.notes = {{"帮助", "Help", {"一", "二"}, {"one"}, true}};
  form.advice = {{"petition", {"name"}, {"投诉"}, {"投诉电话"}, "句", "sentence", "第三十九条", "Art. 39", "信访", "petition office"}};
  form.next_if = {{{"name", {"a"}}, "先签收", "sign first"}};
  form.promise_days = 5;
  form.countersign = true;
  form.steps = {{.title = "一",
                 .more = "补充",
                 .more_en = "More",
                 .fields = {{.id = "name",
                             .kind = FieldKind::Choices,
                             .label = "名",
                             .required = true,
                             .max_length = 9,
                             .applicant = true,
                             .personal = true,
                             .choices = {{"a", "甲", "A", ""}},
                             .others = "别的",
                             .others_en = "Others",
                             .folded = true,
                             .shown_when = Condition{"x", {"y"}}}},
                 .shown_when = Condition{"z", {}}}};
  Table table{.id = "fees", .title = "收费", .source = "来源"};
  table.columns = {{.name = "name", .title = "项目"}, {.name = "sum", .title = "金额", .type = CellType::Money, .unit = "元"}};
  auto writer = LibraryWriter::create(folder / "content.db");
  require(writer->add_form(form));
  require(writer->add_form({.id = "letter", .title = "来信", .rules = RuleSet::Letter}));
  require(writer->add_table(table));
  require(writer->add_row({"证", "5"}));
  require(writer->add_row({"照", "10"}));
  require(writer->set_calendar("date,kind,name\n2021-10-01,holiday,国庆节\n"));
  require(writer->add_media("图/a.png", std::string(64, 'a'), 5));
  require(writer->finish());
  const auto library = Library::open(folder / "content.db");
  ASSERT_TRUE(library) << worded(library.error());
  ASSERT_EQ(library->forms()->size(), 2U);
  EXPECT_EQ(library->forms()->front(), form);
  EXPECT_EQ(*library->table("fees"), table);
  EXPECT_EQ(library->calendar()->name_of(*parse_date("2021-10-01")), "国庆节");
  EXPECT_EQ(*library->media_object("图/a.png"), std::string(64, 'a'));
  EXPECT_EQ(library->media_object("b.png").error().trouble, Trouble::NotFound);
  EXPECT_EQ(library->table("none").error().trouble, Trouble::NotFound);
  EXPECT_EQ(library->document("policies/none").error().trouble, Trouble::NotFound);
}

TEST(Content, RelationsAreKnownFromBothSides) {
  auto content = small_hall();
  content.documents[0].item.relations = {{RelationKind::Replaces, "policies/low-income-old", ""},
                                         {RelationKind::CarriesOut, "policies/insurance", ""}};
  content.documents[3].item.relations = {{RelationKind::Explains, "policies/low-income", ""},
                                         {RelationKind::Related, "nowhere/at-all", ""}};
  content.documents[1].item.relations = {{RelationKind::ReplacedBy, "policies/low-income", ""}};  // said twice: kept once
  const OpenHall hall(content);
  const auto title = content.documents[0].item.title;
  EXPECT_THAT(hall->document("policies/low-income-old")->item.relations,
              ElementsAre(Relation{RelationKind::ReplacedBy, "policies/low-income", title}));
  EXPECT_THAT(hall->document("policies/insurance")->item.relations,
              ElementsAre(Relation{RelationKind::CarriedOutBy, "policies/low-income", title}));
  EXPECT_THAT(hall->document("policies/low-income")->item.relations,
              ElementsAre(Relation{RelationKind::Replaces, "policies/low-income-old", content.documents[1].item.title},
                          Relation{RelationKind::CarriesOut, "policies/insurance", content.documents[2].item.title},
                          Relation{RelationKind::ExplainedBy, "services/housing", content.documents[3].item.title}));
  EXPECT_EQ(hall->document("services/housing")->item.relations.at(1).title, "");
}

TEST(Content, WhatIsPublishedLaterWaitsForItsDay) {
  auto content = small_hall();
  auto& later = content.documents[0].item;
  later.published = parse_date("2026-12-01");
  later.title = "孔雀石办法";
  content.documents[3].item.relations = {{RelationKind::Explains, later.id, ""}};
  const OpenHall hall(content);
  const auto all = hall->list({.column = later.column})->total;
  const auto shown = [&](const char* today) {
    hall->show_on(*parse_date(today));
    const auto list = hall->list({.column = later.column});
    const bool listed = list->total == all,
               found = hall->search({.text = "孔雀石办法"})->stage == SearchStage::Title,
               related = hall->document(content.documents[3].item.id)->item.relations.size() == 1,
               opens = hall->document(later.id).has_value();
    EXPECT_TRUE(listed == found && found == related && related == opens)
        << listed << found << related << opens;
    return listed;
  };
  EXPECT_FALSE(shown("2026-11-30"));
  EXPECT_TRUE(shown("2026-12-01"));
  EXPECT_FALSE(shown("2026-11-30")) << "a clock may be put back";
  EXPECT_EQ(hall->latest(1, *parse_date("2026-11-30"))->size(), 2U)
      << "the newest that is out, and what comes after it";
  EXPECT_EQ(hall->latest(1, *parse_date("2026-12-01"))->size(), 1U);
}

TEST(Content, TheSameInputGivesTheSameBytes) {
  TempFolder folder;
  write_content(small_hall(), folder / "a.db");
  write_content(small_hall(), folder / "b.db");
  EXPECT_EQ(bytes_of(folder / "a.db"), bytes_of(folder / "b.db"));
  auto other = small_hall();
  other.documents[0].item.title += "！";
  write_content(other, folder / "b.db");
  EXPECT_NE(bytes_of(folder / "a.db"), bytes_of(folder / "b.db")) << "an existing file is replaced";
}

TEST(Content, TheWriterRefusesWhatDoesNotFit) {
  TempFolder folder;
  auto writer = LibraryWriter::create(folder / "content.db");
  require(writer->add_column({.id = "policies", .title = "政策"}));
  EXPECT_FALSE(writer->add_column({.id = "policies", .title = "政策"}));
  EXPECT_THAT(worded(writer->add_document(document("nowhere/a", "甲")).error()), testing::HasSubstr("nowhere"));
  require(writer->add_document(document("policies/a", "甲")));
  EXPECT_THAT(worded(writer->add_document(document("policies/a", "乙")).error()), testing::HasSubstr("policies/a"));
  EXPECT_FALSE(writer->set_calendar("no calendar"));
  require(writer->finish());
  EXPECT_FALSE(writer->finish());
  EXPECT_FALSE(writer->add_document(document("policies/b", "乙")));
}

TEST(Content, AnEmptyLibraryAnswersEverything) {
  TempFolder folder;
  auto writer = LibraryWriter::create(folder / "content.db");
  require(writer->finish());
  const auto library = Library::open(folder / "content.db");
  ASSERT_TRUE(library) << worded(library.error());
  EXPECT_TRUE(library->latest(5, Date{})->empty());
  EXPECT_EQ(library->search({.text = "低保"})->stage, SearchStage::Nothing);
  EXPECT_TRUE(library->suggest("di", 5)->empty());
  EXPECT_FALSE(library->calendar()->knows(std::chrono::year(2021)));
}

}  // namespace
}  // namespace mingting
