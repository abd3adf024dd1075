/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "map/mdg-area-typing.h"

static void
test_scripts (void **state)
{
  static const char *const typed[] = { "fukush", "Fukush", "ふくし", "フクシ",
                                       "福島",   "福島県", "07" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    assert_int_equal (mdg_area_typing_find (typed[i], 13), 7);
}

static void
test_every_name_is_found (void **state)
{
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      assert_int_equal (mdg_area_typing_find (mdg_area_get_name (area), 1), area);
      assert_int_equal (mdg_area_typing_find (mdg_area_get_romaji (area), 1), area);
      assert_int_equal (mdg_area_typing_find (mdg_area_get_kana (area), 1), area);
      assert_int_equal (mdg_area_typing_find (mdg_area_get_code (area), 1), area);
    }
}

/* 京都 is part of 東京都, too, but that is not what is meant. */
static void
test_beginnings_come_first (void **state)
{
  assert_int_equal (mdg_area_typing_find ("京都", 1), 26);
  assert_int_equal (mdg_area_typing_find ("yama", 20), 35);
  assert_int_equal (mdg_area_typing_find ("yamag", 1), 6);
}

/* The prefecture typing began at stays while it fits. */
static void
test_from_where_one_is (void **state)
{
  assert_int_equal (mdg_area_typing_find ("f", 40), 40);
  assert_int_equal (mdg_area_typing_find ("fukus", 40), 7);
  assert_int_equal (mdg_area_typing_find ("f", 8), 18);
  assert_int_equal (mdg_area_typing_find ("f", MDG_AREA_NONE), 7);
}

static void
test_nothing_fits (void **state)
{
  assert_int_equal (mdg_area_typing_find ("", 13), MDG_AREA_NONE);
  assert_int_equal (mdg_area_typing_find ("xyz", 13), MDG_AREA_NONE);
  assert_int_equal (mdg_area_typing_find ("🗾", 13), MDG_AREA_NONE);
  assert_int_equal (mdg_area_typing_find ("99", 13), MDG_AREA_NONE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_scripts),
    cmocka_unit_test (test_every_name_is_found),
    cmocka_unit_test (test_beginnings_come_first),
    cmocka_unit_test (test_from_where_one_is),
    cmocka_unit_test (test_nothing_fits),
  };

  return mdg_test_run (tests);
}
