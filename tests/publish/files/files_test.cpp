// Files as people leave them: encodings, sizes, names, links, empty folders, characters without a face.
#include <fstream>
#include <mutex>
#include <random>

#include "base/said/words.hpp"
#include "publish/one_file.hpp"
#include "support/small_png.hpp"

namespace mingting {
namespace {

using ::testing::IsEmpty;

struct Files : OneItem {};

const Path kNoto = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
const Path kHanaMinB = "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf";

/// A file of that size without its bytes on the disk.
void make_large(const Path& path, std::uint64_t size) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path).put('x');
  std::filesystem::resize_file(path, size);
}

/// Counts what is read, so that a test can say that nothing was.
class CountingFiles final : public FileSystem {
 public:
  std::uint64_t bytes_of(const Path& path) const {
    const auto found = read_.find(path.string());
    return found == read_.end() ? 0 : found->second;
  }
  Result<std::string> read(const Path& path, std::uint64_t most) override {
    auto bytes = disk().read(path, most);
    const std::lock_guard lock(mutex_);
    read_[path.string()] += bytes ? bytes->size() : most;
    return bytes;
  }
  Result<std::unique_ptr<FileReader>> open_read(const Path& path) override { return disk().open_read(path); }
  Result<std::unique_ptr<FileWriter>> create(const Path& path) override { return disk().create(path); }
  Result<void> rename(const Path& from, const Path& to) override { return disk().rename(from, to); }
  Result<void> remove(const Path& path) override { return disk().remove(path); }
  Result<void> remove_tree(const Path& path) override { return disk().remove_tree(path); }
  Result<void> make_folders(const Path& path) override { return disk().make_folders(path); }
  Result<void> sync_folder(const Path& path) override { return disk().sync_folder(path); }
  Result<std::vector<std::string>> list(const Path& path) override { return disk().list(path); }
  Result<FileInfo> info(const Path& path) override { return disk().info(path); }
  bool exists(const Path& path) override { return disk().exists(path); }

 private:
  std::mutex mutex_;
  std::map<std::string, std::uint64_t> read_;
};

TEST_F(Files, AFolderThatIsNotThere) {
  const auto checked = read_content(disk(), "/nowhere/at/all", {});
  ASSERT_FALSE(checked);
  EXPECT_THAT(worded(checked.error()), ::testing::HasSubstr("/nowhere/at/all"));
}

TEST_F(Files, AnEmptyFolderNamesWhatIsMissing) {
  folder.files.clear();
  finds_among_others(error_in("site.toml", 0, "缺少 site.toml"), error_in("columns", 0, "缺少栏目"),
                     warning_in("calendar/holidays.csv", 0, "缺少日历"));
}

TEST_F(Files, FiftyMegabytesOfMarkdownAreNotRead) {
  folder.check();
  make_large(folder / "documents/huge.md", 50U << 20);
  CountingFiles files;
  const auto checked = read_content(files, folder.path(), {});
  ASSERT_TRUE(checked);
  EXPECT_THAT(checked->findings, only_error("documents/huge.md", 0, "文件有 50 MB，超过上限 2 MB"));
  EXPECT_EQ(files.bytes_of(folder / "documents/huge.md"), 0U);
  EXPECT_GT(files.bytes_of(folder / "documents/rules.md"), 0U);
}

TEST_F(Files, LargeTablesPicturesAndMedia) {
  make_large(folder / "media/a.mp4", (200U << 20) + 1);
  make_large(folder / "media/b.mp4", 200U << 20);
  make_large(folder / "media/c.png", (20U << 20) + 1);
  make_large(folder / "media/d.png", 0);
  finds(error_in("media/a.mp4", 0, "超过上限 200 MB"),
        error_in("media/c.png", 0, "图片有 20 MB，超过上限 20 MB"), error_in("media/d.png", 0, "文件是空的"));
  make_large(folder / "tables/fees.csv", (512U << 20) + 1);
  finds_among_others(error_in("tables/fees.csv", 0, "超过上限 512 MB"));
}

TEST_F(Files, BytesThatAreNotUtf8) {
  text("+++\ntitle = \"题\"\n+++\n好\xE5\xA5\n").finds(error(4, "第 26 字节（0xE5）不是 UTF-8"));
}

TEST_F(Files, AGbkFileSaysSo) {
  text("+++\ntitle = \"\xBC\xD7\"\n+++\n\xD5\xFD\xCE\xC4\n")
      .finds(error(2, "文件是 GBK（ANSI）编码，从第 2 行起"));
  text(std::string("\xFF\xFE+\0+\0", 6)).finds(error(1, "UTF-16"));
  fresh();
  folder.files["tables/fees.csv"] = std::string("name,price,day\nx\0,1,\n", 21);
  finds(error_in("tables/fees.csv", 2, "空字符"));
}

TEST_F(Files, ByteOrderMarksAndWindowsLinesAreFine) {
  for (auto& [name, text] : folder.files) {
    if (name.ends_with(".png")) continue;
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    text = windows;
  }
  const auto checked = folder.check();
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_EQ(checked.content.holidays_csv.find('\r'), std::string::npos);
  EXPECT_THAT(folder.rows(),
              ::testing::ElementsAre(::testing::ElementsAre("甲", "100", "2026-01-01"),
                                     ::testing::ElementsAre("乙", "1200.50", "")));
}

TEST_F(Files, CharactersThatNobodySees) {
  body("正\x07文").finds(error(4, "U+0007"));
  body("正\u202E文").finds(error(4, "U+202E"));
  body("正\uFFFD文").finds(error(4, "乱码"));
  body("正\u200B文\uFEFF").finds_nothing();
}

TEST_F(Files, CharactersNoFaceCanShow) {
  body("第一行\n\n人名：𪚥、😀\n\n又是𪚥").item("b", "䶮㛃𬭸𫖯", "summary = \"\uE001\"\n");
  EXPECT_THAT(folder.check({.faces = {kNoto, kHanaMinB}}).findings,
              ::testing::ElementsAre(
                  found::finding(Severity::Error, "documents/a.md", 6, "“😀”（U+1F600）没有字体能显示"),
                  found::finding(Severity::Error, "documents/b.md", 3, "U+E001")));
  // HanaMinB alone has rare characters only: common ones are named, each once a file.
  const auto findings = folder.check({.faces = {kHanaMinB}}).findings;
  EXPECT_THAT(findings, has_error("documents/b.md", 2, "“题”"));
  EXPECT_THAT(folder.check({}).findings, IsEmpty());
}

TEST_F(Files, AFaceThatIsNotThere) {
  folder.check();
  const auto checked = read_content(disk(), folder.path(), {.faces = {"/nowhere/face.ttf"}});
  ASSERT_FALSE(checked);
  EXPECT_THAT(worded(checked.error()), ::testing::HasSubstr("/nowhere/face.ttf"));
}

TEST_F(Files, NamesThatLinksCannotHold) {
  folder.item("我的 通知（一）", "正文");
  finds(error_in("documents/我的 通知（一）.md", 0, "例如 我的-通知-一.md"));
  folder.files.erase("documents/我的 通知（一）.md");
  folder.files["media/我的 图.png"] = small_png();
  finds(warning_in("media/我的 图.png", 0, "空格或特殊符号"));
}

TEST_F(Files, NamesThatAreNotUtf8) {
  folder.files["documents/\xBC\xD7.md"] = "x";
  finds(error_in("documents", 0, "文件名不是 UTF-8"));
}

TEST_F(Files, MediaOfTheWrongKind) {
  folder.files["media/a.jpg"] = small_png();
  folder.files["media/b.bmp"] = "BM";
  folder.files["media/c.MP3"] = "ID3";
  folder.files["media/d.webp"] = "RIFF    WAVE and so on";
  folder.files["media/x.png"] = folder.files["media/X.PNG"] = small_png();
  finds(error_in("media/a.jpg", 0, "扩展名是 .jpg，内容却不是"), error_in("media/b.bmp", 0, "另存为 .png 或 .jpg"),
        error_in("media/d.webp", 0, "扩展名是 .webp，内容却不是"), error_in("media/x.png", 0, "和 media/X.PNG 重名"));
}

TEST_F(Files, PicturesThatTheKioskCouldNotShow) {
  const auto sized = [](std::uint32_t width, std::uint32_t height) {
    auto png = small_png();
    return png.replace(8, 25, png_chunk("IHDR", big_endian(width, 4) + big_endian(height, 4) + png.substr(24, 5)));
  };
  const auto png = small_png();
  folder.files["media/cut.png"] = png.substr(0, png.size() / 2);
  folder.files["media/end.png"] = png.substr(0, png.size() - 1);
  folder.files["media/huge.png"] = sized(20000, 20000);
  folder.files["media/thin.png"] = sized(1, 20000);
  folder.files["media/nothing.png"] = sized(0, 5);
  folder.files["media/more-than-there-is.png"] = sized(5, 5);
  finds(error_in("media/cut.png", 0, "不完整"), error_in("media/end.png", 0, "重新复制"),
        error_in("media/huge.png", 0, "20000×20000，超过了屏幕能显示的大小"), error_in("media/thin.png", 0, "切成几张"),
        error_in("media/nothing.png", 0, "宽或高是 0"), error_in("media/more-than-there-is.png", 0, "不完整"));
}

TEST_F(Files, ManyPicturesAreNamedInOrder) {
  std::vector<::testing::Matcher<Finding>> expected;
  for (char name = 'a'; name <= 'z'; ++name) {
    const std::string file = std::string("media/") + name + ".png";
    folder.files[file] = name % 2 == 0 ? small_png() : small_png().substr(0, 40);
    if (name % 2 != 0) expected.push_back(found::finding(Severity::Error, file, 0, "不完整"));
  }
  EXPECT_THAT(folder.findings(), ::testing::ElementsAreArray(expected));
}

TEST_F(Files, AnItemShowsNoFileThatIsNoPicture) {
  folder.files["media/talk.mp3"] = "ID3";
  body("![讲话](media/talk.mp3)").finds(error(4, "不是图片"));
}

TEST_F(Files, LinksAreNotFollowed) {
  folder.check();
  std::filesystem::create_directory_symlink("..", folder / "documents/up");
  std::filesystem::create_symlink("rules.md", folder / "documents/other.md");
  std::filesystem::create_directory_symlink(".", folder / "media/again");
  finds(warning_in("documents/up", 0, "是一个链接"), warning_in("documents/other.md", 0, "是一个链接"),
        warning_in("media/again", 0, "是一个链接"));
}

TEST_F(Files, EmptyFoldersAndStrays) {
  std::filesystem::create_directories(folder / "documents/2020");
  folder.files["documents/note.docx"] = "x";
  folder.files["documents/.DS_Store"] = "x";
  folder.files["documents/~$note.docx"] = "x";
  folder.files["media/.gitkeep"] = "";
  folder.files["README.md"] = "说明";
  folder.files["notes.txt"] = "x";
  folder.files["forms/old/a.toml"] = "x";
  folder.files["calendar/lunar.csv"] = "x";
  folder.files["columns/guide.TOML"] = "x";
  finds(warning_in("documents/2020", 0, "空文件夹"), warning_in("documents/note.docx", 0, "不会发布"),
        warning_in("notes.txt", 0, "不会发布"), warning_in("forms/old", 0, "子文件夹不会读取"),
        warning_in("calendar/lunar.csv", 0, "只读 holidays.csv"),
        warning_in("columns/guide.TOML", 0, "不会读取"));
}

TEST_F(Files, FoldersDeeperThanAnybodyMeans) {
  std::string name = "documents";
  for (int i = 0; i < 12; ++i) name += "/d";
  folder.files[name + "/a.md"] = "x";
  finds(error_in("documents/d/d/d/d/d/d/d/d/d", 0, "套得太深"));
}

TEST_F(Files, AColumnWithoutItsFile) {
  folder.files["news/a.md"] = "+++\ntitle = \"题\"\n+++\n正文\n";
  finds(error_in("news", 0, "请新建 columns/news.toml"));
}

TEST_F(Files, TheSameFolderGivesTheSameContentWhateverTheThreadsDo) {
  for (int i = 0; i < 200; ++i)
    folder.item("n" + std::to_string(i), "正文" + std::to_string(i) + (i % 7 == 0 ? "<b>" : ""));
  const auto first = folder.check();
  const auto second = folder.check();
  EXPECT_EQ(first.findings, second.findings);
  EXPECT_EQ(first.content.documents, second.content.documents);
  EXPECT_EQ(first.content.documents.size(), 203U);
}

/// Each file cut short, and with a byte changed, at many places: something is said or nothing is wrong, and
/// nothing breaks.
TEST_F(Files, TornAndChangedFilesAreTakenCalmly) {
  std::mt19937 chance(1);
  for (const auto& [name, text] : sound_files()) {
    for (int i = 0; i < 24; ++i) {
      folder.files = sound_files();
      auto& spoilt = folder.files[name];
      const auto at = chance() % text.size();
      if (i % 2 == 0)
        spoilt.resize(at);
      else
        spoilt[at] = static_cast<char>(chance() % 256);
      SCOPED_TRACE(name + " at " + std::to_string(at));
      const auto checked = folder.check();
      EXPECT_EQ(checked.content.documents.size(), 3U);
    }
  }
}

TEST_F(Files, TheStarterContentIsClean) {
  const auto checked = read_content(disk(), Path(MINGTING_SOURCE) / "content", {.faces = {kNoto, kHanaMinB}});
  ASSERT_TRUE(checked) << worded(checked.error());
  EXPECT_THAT(checked->findings, IsEmpty());
  EXPECT_GE(checked->content.documents.size(), 50U);
}

}  // namespace
}  // namespace mingting
