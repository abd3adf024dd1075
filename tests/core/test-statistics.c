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

static void
test_rank_range (void **state)
{
  static const gint64 values[] = { 100, 103, 105, 90, 90 };
  static const MdgRankRange expected[] = { { 3, 3 }, { 1, 2 }, { 1, 2 }, { 4, 5 }, { 4, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      MdgRankRange range = mdg_rank_range (values, G_N_ELEMENTS (values), i, 2);

      assert_int_equal (range.first, expected[i].first);
      assert_int_equal (range.last, expected[i].last);
    }
}

/* Whatever the values really were, each is in its range; and each end of a range can be. */
static void
test_rank_range_laws (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 300; round++)
    {
      gint64 values[12];
      gint64 margin = g_rand_int_range (rand, 0, 5) * 2;

      for (guint i = 0; i < 12; i++)
        values[i] = g_rand_int_range (rand, 0, 60);

      for (guint i = 0; i < 12; i++)
        {
          MdgRankRange range = mdg_rank_range (values, 12, i, margin);
          guint best = 1;
          guint worst = 1;
          guint real = 1;
          gint64 own = values[i] + g_rand_int_range (rand, 0, (gint32) margin + 1) - margin / 2;

          for (guint j = 0; j < 12; j++)
            {
              gint64 other =
                values[j] + g_rand_int_range (rand, 0, (gint32) margin + 1) - margin / 2;

              best += j != i && values[j] - margin / 2 > values[i] + margin / 2;
              worst += j != i && values[j] + margin / 2 >= values[i] - margin / 2;
              real += j != i && other > own;
            }
          assert_int_equal (range.first, best);
          assert_int_equal (range.last, worst);
          mdg_test_assert_in_range (real, range.first, range.last);
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
    cmocka_unit_test (test_rank_range),
    cmocka_unit_test (test_rank_range_laws),
  };

  return mdg_test_run (tests);
}
