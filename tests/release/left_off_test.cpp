// A repository that was lost goes on from a number, a stick or a kiosk, and kiosks take what it publishes.
#include "release/left_off.hpp"

#include "release/release_fixture.hpp"

namespace mingting {
namespace {

class Lost : public Release {
 protected:
  /// Three releases, the last on a stick and on the kiosk; then the folder is gone.
  void SetUp() override {
    Release::SetUp();
    for (const auto* content : {"one", "two", "three"}) publish({{"content.db", content}});
    std::filesystem::copy(repository_, stick(), std::filesystem::copy_options::recursive);
    ASSERT_TRUE(install());
    lose();
  }
  void lose() { std::filesystem::remove_all(repository_); }
  Path stick() const { return folder_ / "stick"; }

  Manifest go_on(const LeftOff& before, const std::string& secret) {
    auto writer = RepositoryWriter::open(disk(), repository_, "nanming", secret, before);
    EXPECT_TRUE(writer) << worded(writer.error());
    if (!writer) return {};
    const auto object = writer->add_file(folder_.write("source/new", "new"), "content.db").value();
    return writer->publish({object}, at("2026-11-02T08:00"), at("2027-11-02T08:00")).value();
  }
};

TEST_F(Lost, StartingAnewIsRefusedByKiosksAndTheSentenceSaysHowToGoOn) {
  EXPECT_EQ(go_on({}, secret_).sequence, 1U);
  const auto refused = install();
  ASSERT_FALSE(refused);
  EXPECT_THAT(worded(refused.error()), testing::HasSubstr("build --after 3"));
}

TEST_F(Lost, GoesOnFromANumberAStickOrAKiosk) {
  for (const auto& before :
       {LeftOff{3, {}}, left_off_at(disk(), stick()).value(), left_off_at(disk(), state_).value(),
        left_off_at(disk(), state_ / "release").value()}) {
    lose();
    EXPECT_EQ(before.sequence, 3U);
    EXPECT_EQ(go_on(before, secret_).sequence, 4U);
    EXPECT_TRUE(verify_repository(disk(), repository_));
    const auto installed = install();
    EXPECT_TRUE(installed) << worded(installed.error());
  }
  EXPECT_EQ(go_on({2, {}}, secret_).sequence, 5U) << "a number that is known to be too low changes nothing";
}

TEST_F(Lost, AKeyThatWasReplacedIsKnownFromACopy) {
  const auto next = make_key("next", 2);
  ASSERT_TRUE(rotate_root(disk(), stick(), {.public_keys = {public_key("next")}}, {secret_, next}));
  publish({{"content.db", "four"}}, next, stick());
  ASSERT_TRUE(install_from(stick()));
  std::uint64_t following = 5;  // what the first round installs, the second goes on from
  for (const auto& copy : {stick(), state_}) {
    lose();
    EXPECT_EQ(go_on(left_off_at(disk(), copy).value(), next).sequence, following++);
    const auto installed = install();
    EXPECT_TRUE(installed) << worded(installed.error());
  }
}

TEST_F(Lost, ACopyThatDoesNotHoldIsRefused) {
  EXPECT_EQ(left_off_at(disk(), folder_ / "nowhere").error().trouble, Trouble::NotFound);
  auto bytes = bytes_of(stick() / "manifest.json");
  bytes[bytes.find("\"sequence\": 3") + 12] = '9';
  overwrite(stick() / "manifest.json", bytes);
  EXPECT_EQ(left_off_at(disk(), stick()).error().trouble, Trouble::Untrusted);
  const auto kiosk = left_off_at(disk(), state_).value();
  publish({{"content.db", "of another office"}}, make_key("other", 3), repository_);
  EXPECT_EQ(RepositoryWriter::open(disk(), repository_, "nanming", secret_, kiosk).error().trouble,
            Trouble::Untrusted);
}

}  // namespace
}  // namespace mingting
