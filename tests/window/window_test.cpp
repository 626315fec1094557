// The kiosk in a real window of a real X server, touched from outside, and looked at from outside.
#include <gtest/gtest.h>

#include "support/temp_folder.hpp"
#include "window/x_server.hpp"

namespace mingting {
namespace {

constexpr int kWidth = 720, kHeight = 1280;

class WindowTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* program : {"Xvfb", "xdotool", "import"})
      if (!is_installed(program)) GTEST_SKIP() << program << " is not installed";
    server_ = XServer::start(kWidth, kHeight, folder_.path());
    ASSERT_NE(server_, nullptr) << disk().read(folder_ / "xvfb.log", 1 << 20).value_or("no log");
  }

  TempFolder folder_;
  std::unique_ptr<XServer> server_;
};

TEST_F(WindowTest, TheScreenIsThereAndEmpty) {
  const Shot shot = server_->shot();
  ASSERT_TRUE(shot.whole());
  EXPECT_EQ(shot.pixel(10, 10), (std::array<std::uint8_t, 3>{0, 0, 0}));
  EXPECT_FALSE(server_->xdotool({"search", "--onlyvisible", "--name", "Mingting"}));
}

}  // namespace
}  // namespace mingting
