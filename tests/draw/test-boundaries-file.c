/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "config.h"
#include "draw/mdg-boundaries.h"

/* Where the header's words stand; data/map/README.md describes them. */
#define VERSION_OFFSET 8
#define SIZE_OFFSET 12
#define CHECKSUM_OFFSET 16
#define COUNTS_OFFSET 20
#define HEADER_SIZE 52

static GBytes *
get_file (void)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (RESOURCE_PREFIX "/map/areas.bin", 0, &error);

  mdg_test_assert_no_error (error);

  return bytes;
}

static guint8 *
copy_file (gsize *size)
{
  g_autoptr (GBytes) bytes = get_file ();

  return g_memdup2 (g_bytes_get_data (bytes, size), g_bytes_get_size (bytes));
}

static void
write_word (guint8 *data, gsize offset, guint32 word)
{
  word = GUINT32_TO_LE (word);
  memcpy (data + offset, &word, sizeof word);
}

/* Adler-32, so that a damaged file gets past the checksum to the other checks. */
static void
fix_checksum (guint8 *data, gsize size)
{
  guint32 a = 1;
  guint32 b = 0;

  for (gsize i = HEADER_SIZE; i < size; i++)
    {
      a = (a + data[i]) % 65521;
      b = (b + a) % 65521;
    }
  write_word (data, CHECKSUM_OFFSET, b << 16 | a);
}

static MdgBoundaries *
read_data (const guint8 *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return mdg_boundaries_new_from_bytes (bytes, error);
}

static void
assert_refused (const guint8 *data, gsize size, int code)
{
  g_autoptr (GError) error = NULL;

  assert_null (read_data (data, size, &error));
  mdg_test_assert_error (error, MDG_BOUNDARIES_ERROR, code);
}

static void
ignore_ring_cb (const float *points, guint n_points, gpointer data)
{
  *(double *) data += points[0] + points[2 * n_points - 1];
}

/* Goes everywhere, so that a sanitizer sees any reading out of bounds. */
static void
use_all (MdgBoundaries *boundaries)
{
  double sum = 0;

  for (guint level = 0; level < mdg_boundaries_get_n_levels (boundaries); level++)
    for (MdgArea area = 1; area < MDG_N_AREAS; area++)
      mdg_boundaries_foreach_ring (boundaries, level, area, 0, ignore_ring_cb, &sum);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      guint n;
      const MdgArea *neighbours = mdg_boundaries_get_neighbours (boundaries, area, &n);
      double x, y;

      for (guint i = 0; i < n; i++)
        assert_true (mdg_area_is_prefecture (neighbours[i]));
      for (MdgCompass compass = 0; compass < MDG_N_COMPASS; compass++)
        mdg_boundaries_step (boundaries, area, compass);
      mdg_boundaries_get_label_point (boundaries, area, &x, &y, NULL);
      mdg_boundaries_hit_test (boundaries, x, y);
    }
}

static void
test_unaligned (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MdgBoundaries) boundaries = NULL;
  g_autofree guint8 *shifted = NULL;
  gsize size;
  g_autofree guint8 *data = copy_file (&size);

  shifted = g_malloc (size + 1);
  memcpy (shifted + 1, data, size);
  whole = g_bytes_new_take (g_steal_pointer (&shifted), size + 1);
  bytes = g_bytes_new_from_bytes (whole, 1, size);

  boundaries = mdg_boundaries_new_from_bytes (bytes, &error);
  mdg_test_assert_no_error (error);
  use_all (boundaries);
}

static void
test_truncated (void **state)
{
  gsize size;
  g_autofree guint8 *data = copy_file (&size);

  assert_refused (data, 0, MDG_BOUNDARIES_ERROR_CORRUPT);
  for (gsize length = 1; length < HEADER_SIZE; length++)
    assert_refused (data, length, MDG_BOUNDARIES_ERROR_CORRUPT);
  for (gsize length = HEADER_SIZE; length < size; length += 1 + size / 50)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);

      assert_refused (copy, length, MDG_BOUNDARIES_ERROR_CORRUPT);
      /* Also if the header tells the truth about the length. */
      write_word (copy, SIZE_OFFSET, (guint32) length);
      fix_checksum (copy, length);
      assert_refused (copy, length, MDG_BOUNDARIES_ERROR_CORRUPT);
    }
}

static void
test_other_files (void **state)
{
  gsize size;
  g_autofree guint8 *data = copy_file (&size);
  g_autofree guint8 *text = g_malloc (4096);

  memset (text, 'x', 4096);
  assert_refused (text, 4096, MDG_BOUNDARIES_ERROR_VERSION);

  write_word (data, VERSION_OFFSET, 2);
  assert_refused (data, size, MDG_BOUNDARIES_ERROR_VERSION);
}

static void
test_message (void **state)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree guint8 *data = copy_file (&size);

  data[size / 2] ^= 1;
  assert_null (read_data (data, size, &error));
  mdg_test_assert_contains (error->message, "checksum");
  mdg_test_assert_contains (error->message, "Install the program again");
}

static void
test_absurd_counts (void **state)
{
  static const guint32 counts[] = { 0, 1, 0x7fffffff, 0x80000000, 0xffffffff };
  gsize size;
  g_autofree guint8 *data = copy_file (&size);

  for (gsize offset = COUNTS_OFFSET; offset < HEADER_SIZE; offset += 4)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);

        write_word (copy, offset, counts[i]);
        assert_refused (copy, size, MDG_BOUNDARIES_ERROR_CORRUPT);
      }
}

static void
test_single_bits (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  gsize size;
  g_autofree guint8 *data = copy_file (&size);

  for (guint i = 0; i < 100; i++)
    {
      gsize offset = g_rand_int_range (rand, HEADER_SIZE, (gint32) size);
      guint8 bit = 1 << g_rand_int_range (rand, 0, 8);

      data[offset] ^= bit;
      assert_refused (data, size, MDG_BOUNDARIES_ERROR_CORRUPT);
      data[offset] ^= bit;
    }
}

/* Whatever stands in the tables, the file is refused or can be used. */
static void
test_damage_past_the_checksum (void **state)
{
  static const guint32 words[] = { 0,          1,          2,          46,
                                   48,         0xffff,     0x7f800000, 0x7fc00000,
                                   0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff };
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  gsize size;
  g_autofree guint8 *data = copy_file (&size);
  /* The points are most of the file, but the tables before them are more delicate. */
  gsize tables_size = size / 8;
  guint n_refused = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (MdgBoundaries) boundaries = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree guint8 *copy = g_memdup2 (data, size);
      gsize end = i % 2 == 0 ? tables_size : size - 4;
      gsize offset = g_rand_int_range (rand, HEADER_SIZE / 4, (gint32) end / 4) * 4;

      write_word (copy, offset, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      fix_checksum (copy, size);
      boundaries = read_data (copy, size, &error);
      if (boundaries != NULL)
        use_all (boundaries);
      else
        {
          mdg_test_assert_error (error, MDG_BOUNDARIES_ERROR, MDG_BOUNDARIES_ERROR_CORRUPT);
          n_refused++;
        }
    }

  /* The tables leave little freedom. */
  assert_true (n_refused > 100);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_unaligned),
    cmocka_unit_test (test_truncated),
    cmocka_unit_test (test_other_files),
    cmocka_unit_test (test_message),
    cmocka_unit_test (test_absurd_counts),
    cmocka_unit_test (test_single_bits),
    cmocka_unit_test (test_damage_past_the_checksum),
  };

  return mdg_test_run (tests);
}
