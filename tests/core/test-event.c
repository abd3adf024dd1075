/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-event.h"

#define MAX_EVENTS 8

static void
test_only_what_is_between (void **state)
{
  MdgEvent events[MAX_EVENTS];

  assert_int_equal (mdg_event_find (MDG_MONTH (2023, 1), MDG_MONTH (2024, 11), events, MAX_EVENTS),
                    0);
  assert_int_equal (mdg_event_find (MDG_MONTH (2024, 12), MDG_MONTH (2024, 12), events, MAX_EVENTS),
                    1);
  assert_int_equal (events[0].day, mdg_day_new (2024, 12, 2));
  assert_non_null (strstr (events[0].text, "No new insurance cards"));
  assert_int_equal (mdg_event_find (MDG_MONTH (2024, 1), MDG_MONTH (2026, 1), events, MAX_EVENTS),
                    2);
  assert_true (events[0].day < events[1].day);
  assert_int_equal (mdg_event_find (MDG_MONTH (2024, 1), MDG_MONTH (2026, 1), events, 1), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_only_what_is_between),
  };

  return mdg_test_run (tests);
}
