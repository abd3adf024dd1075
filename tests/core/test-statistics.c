/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-statistics.h"

static void
test_rank (void **state)
{
  /* 3: no whole; 0 and 4 are one ratio; 1 is the highest. */
  static const gint64 parts[] = { 1, 9, 1, 5, 2, -1 };
  static const gint64 wholes[] = { 3, 10, 4, 0, 6, 2 };
  static const guint expected[] = { 2, 1, 4, 6, 3, 5 };
  guint ranks[6];

  mdg_rank_by_ratio (parts, wholes, 6, ranks);
  for (guint i = 0; i < 6; i++)
    assert_int_equal (ranks[i], expected[i]);

  mdg_rank_by_ratio (NULL, NULL, 0, NULL);
}

static void
test_rank_laws (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 500; round++)
    {
      gint64 parts[47];
      gint64 wholes[47];
      guint ranks[47];
      guint at[48] = { 0 };

      for (guint i = 0; i < 47; i++)
        {
          wholes[i] = g_rand_int_range (rand, 1, round % 2 == 0 ? 20 : 40000000);
          parts[i] = g_rand_int_range (rand, 0, (gint32) wholes[i] + 1);
        }

      mdg_rank_by_ratio (parts, wholes, 47, ranks);

      for (guint i = 0; i < 47; i++)
        {
          mdg_test_assert_in_range (ranks[i], 1, 47);
          assert_int_equal (at[ranks[i]], 0);
          at[ranks[i]] = i + 1;
        }
      for (guint rank = 1; rank < 47; rank++)
        {
          guint i = at[rank] - 1;
          guint j = at[rank + 1] - 1;
          gint64 difference = parts[i] * wholes[j] - parts[j] * wholes[i];

          assert_true (difference > 0 || (difference == 0 && i < j));
        }
    }

  g_rand_free (rand);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rank),
    cmocka_unit_test (test_rank_laws),
  };

  return mdg_test_run (tests);
}
