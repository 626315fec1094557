// What is in the small hall, and how is it searched?
#include "library/corpus.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "library/store/schema.hpp"

namespace mingting {

Block heading(int level, const std::string& text) {
  return {.kind = BlockKind::Heading, .level = level, .anchor = text, .spans = {{.text = text}}};
}

Block paragraph(const std::string& text) {
  return {.spans = {{.text = text}}};
}

Document document(const std::string& id, const std::string& title, std::vector<Block> blocks) {
  Document made;
  made.item.id = id;
  made.item.column = id.substr(0, id.find('/'));
  made.item.title = title;
  made.blocks = std::move(blocks);
  return made;
}

Document dated(Document document, const char* date) {
  document.item.published = parse_date(date);
  return document;
}

Content small_hall() {
  Content content;
  content.site.id = "nanming";
  content.site.name = "南明区政务公开专区";
  content.site.hot_searches = {"低保", "公租房"};
  content.site.synonyms = {{"社保", "社会保险"}};
  content.columns = {
      {.id = "policies",
       .title = "政策文件",
       .kind = ColumnKind::List,
       .order = 1,
       .filters = {{"issuer", "发布机构"}, {"year", "年份"}, {"topic", "主题"}, {"validity", "有效性"}}},
      {.id = "services",
       .title = "办事指南",
       .kind = ColumnKind::Cards,
       .order = 2,
       .filters = {{"unit", "责任单位", "Unit"}}},
  };
  auto notice = dated(
      document("policies/low-income", "南明区最低生活保障申请审批办法",
               {heading(2, "第一章 总则"), paragraph("为规范最低生活保障（以下简称低保）工作，制定本办法。"),
                heading(2, "第二章 申请"),
                paragraph("申请低保应当向户籍所在地的街道办事处提出；也可以委托居民委员会代办。"),
                paragraph("共同生活的家庭成员人均收入低于低保标准的，可以申请。")}),
      "2021-03-05");
  notice.item.document_number = "筑府办函〔2019〕62号";
  notice.item.issuer = "区民政局";
  notice.item.topic = "社会救助";
  notice.item.keywords = {"低保"};
  notice.item.validity = Validity::InForce;
  auto old = dated(document("policies/low-income-old", "南明区城市居民最低生活保障暂行办法",
                            {paragraph("城市居民申请低保的，按本办法办理。")}),
                   "2010-01-08");
  old.item.document_number = "筑府发〔2010〕3号";
  old.item.issuer = "区民政局；区财政局";
  old.item.validity = Validity::Repealed;
  auto insurance =
      dated(document("policies/insurance", "关于做好社会保险费征缴工作的通知",
                     {paragraph("用人单位应当自用工之日起三十日内为其职工申请办理社会保险登记。")}),
            "2020-06-01");
  insurance.item.document_number = "南府办发〔2020〕5号";
  insurance.item.issuer = "区人力资源社会保障局";
  auto housing =
      document("services/housing", "公租房申请指南", {paragraph("在窗口提交申请表；十五个工作日内答复。")});
  housing.item.fields = {{"unit", "区住房城乡建设局；区民政局"}, {"order", "2"}};
  auto card = document("services/card", "社保卡怎么补办", {paragraph("带身份证到一楼三号窗口。")});
  card.item.fields = {{"unit", "区人力资源社会保障局"}, {"order", "10"}};
  content.documents = {notice, old, insurance, housing, card};
  return content;
}

void require(const Result<void>& done) {
  ASSERT_TRUE(done) << (done ? "" : worded(done.error()));
}

void write_content(const Content& content, const Path& path) {
  auto writer = LibraryWriter::create(path);
  ASSERT_TRUE(writer) << (writer ? "" : worded(writer.error()));
  require(writer->set_site(content.site));
  for (const auto& column : content.columns) require(writer->add_column(column));
  for (const auto& each : content.documents) require(writer->add_document(each));
  require(writer->set_plain_words(content.plain_words));
  require(writer->set_uses(content.uses));
  require(writer->finish());
}

void make_older(const Path& content_db, int format) {
  SQLite::Database database(content_db.string(), SQLite::OPEN_READWRITE);
  for (const auto& object : content_schema()) {
    const bool is_there = object.is_in(kContentFormat);
    if (is_there && !object.is_in(format)) database.exec(std::string("DROP TABLE ") + object.name);
    if (!is_there && object.is_in(format)) database.exec(object.sql);
  }
  database.exec("PRAGMA user_version=" + std::to_string(format));
}

OpenHall::OpenHall(const Content& content) {
  write_content(content, path());
  auto opened = Library::open(path());
  if (!opened) throw std::runtime_error(worded(opened.error()));
  library_.emplace(std::move(*opened));
}

SearchResults OpenHall::search(const std::string& text, const Filters& filters) const {
  auto results = library_->search({.text = text, .filters = filters});
  if (!results) throw std::runtime_error(worded(results.error()));
  return *results;
}

std::vector<std::string> OpenHall::found(const std::string& text) const {
  std::vector<std::string> ids;
  for (const auto& hit : search(text).hits) ids.push_back(hit.item.id);
  return ids;
}

std::string OpenHall::first(const std::string& text) const {
  const auto ids = found(text);
  return ids.empty() ? std::string() : ids.front();
}

}  // namespace mingting
