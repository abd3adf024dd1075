/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-event.h"

static void
test_only_what_is_between (void **state)
{
  MdgEvent events[MDG_N_EVENTS];

  assert_int_equal (mdg_event_find (MDG_MONTH (2023, 1), MDG_MONTH (2024, 11), events), 0);
  assert_int_equal (mdg_event_find (MDG_MONTH (2024, 12), MDG_MONTH (2024, 12), events), 1);
  assert_int_equal (events[0].day, mdg_day_new (2024, 12, 2));
  mdg_test_assert_contains (events[0].text, "No new insurance cards");
  assert_int_equal (mdg_event_find (MDG_MONTH (2025, 1), MDG_MONTH (2025, 12), events), 3);
  assert_int_equal (events[2].day, mdg_day_new (2025, 12, 2));
}

/* What nobody vouches for says so. */
static void
test_each_has_its_source_or_its_doubt (void **state)
{
  MdgEvent events[MDG_N_EVENTS];

  assert_int_equal (mdg_event_find (MDG_MONTH (2024, 1), MDG_MONTH (2030, 1), events),
                    MDG_N_EVENTS);
  for (guint i = 0; i < MDG_N_EVENTS; i++)
    {
      assert_true (i == 0 || events[i - 1].day < events[i].day);
      assert_true (strlen (events[i].text) > 0);
      assert_true (events[i].source != NULL || events[i].doubt != NULL);
      /* Nothing of 2026 has been seen in an official notice. */
      if (events[i].day >= mdg_day_new (2026, 1, 1))
        assert_non_null (events[i].doubt);
    }
}

/* An expired card could still be taken, and the time line must not deny it. */
static void
test_expired_cards_may_be_taken (void **state)
{
  MdgEvent events[MDG_N_EVENTS];

  mdg_event_find (MDG_MONTH (2025, 12), MDG_MONTH (2025, 12), events);
  mdg_test_assert_contains (events[0].text, "an expired card may still be taken");
  mdg_test_assert_contains (events[0].text, "once confirmed online");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_only_what_is_between),
    cmocka_unit_test (test_each_has_its_source_or_its_doubt),
    cmocka_unit_test (test_expired_cards_may_be_taken),
  };

  return mdg_test_run (tests);
}
