/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "core/mdg-core-fixture.h"

/**
 * fixture_add_edition:
 * @batch: a batch
 * @id: the edition's id
 * @published: (nullable): its day of publication
 * @seed: what its digest is made from
 *
 * Returns: the edition's index
 */
guint
fixture_add_edition (MdgBatch *batch, const char *id, const char *published, const char *seed)
{
  MdgEdition *edition = mdg_edition_new ();

  edition->id = g_strdup (id);
  edition->title = g_strdup_printf ("第%s回", id);
  edition->publisher = g_strdup ("厚生労働省");
  edition->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
  edition->importer_version = 1;
  edition->origin = MDG_ORIGIN_IMPORTED;
  if (published != NULL)
    (void) mdg_day_parse (published, &edition->published);

  return mdg_batch_add_edition (batch, edition);
}

/**
 * fixture_add:
 * @batch: a batch
 * @edition: index of an edition
 * @month: such as "2025-10"
 * @area: the area
 * @facility_type: the facility type
 * @measure: the measure
 * @quality: the quality
 * @value: such as "37.14"
 *
 * Adds an exact figure on page 12 without a doubt.
 */
void
fixture_add (MdgBatch *batch,
             guint edition,
             const char *month,
             MdgArea area,
             MdgFacilityType facility_type,
             MdgMeasure measure,
             MdgQuality quality,
             const char *value)
{
  MdgObservation observation = {
    .area = area,
    .facility_type = facility_type,
    .measure = measure,
    .quality = quality,
    .precision = MDG_PRECISION_EXACT,
    .page = 12,
    .edition = edition,
  };

  (void) mdg_month_parse (month, &observation.month);
  (void) mdg_decimal_parse (value, -1, &observation.value);
  mdg_batch_add (batch, &observation);
}

/**
 * fixture_new_small:
 * @id: id of the edition, from which its digest is made too
 *
 * Returns: (transfer full): a batch of one edition with rates of three areas
 */
MdgBatch *
fixture_new_small (const char *id)
{
  MdgBatch *batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, id, "2026-01-15", id);

  for (guint area = 0; area < 3; area++)
    fixture_add (batch, edition, "2025-12", area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
                 MDG_QUALITY_VERIFIED, "41.20");

  return batch;
}

/**
 * fixture_new_random:
 * @rand: a generator
 * @n_editions: how many editions
 * @n_observations: how many figures
 *
 * Makes figures whose keys often meet, within the vocabulary, at most one per edition and key.
 *
 * Returns: (transfer full): the batch
 */
MdgBatch *
fixture_new_random (GRand *rand, guint n_editions, guint n_observations)
{
  MdgBatch *batch = mdg_batch_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_editions; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      /* Some editions share their day, some have none. */
      g_autofree char *published =
        g_strdup_printf ("2025-11-%02d", g_rand_int_range (rand, 10, 14));

      fixture_add_edition (batch, id, g_rand_boolean (rand) ? published : NULL, id);
    }

  for (guint i = 0; i < n_observations; i++)
    {
      MdgObservation observation = {
        .month = MDG_MONTH (2025, g_rand_int_range (rand, 8, 12)),
        .area = g_rand_int_range (rand, 0, 3),
        .facility_type = g_rand_int_range (rand, 0, MDG_FACILITY_UNASSIGNED_2),
        .measure = g_rand_int_range (rand, 0, MDG_MEASURE_CHECKUP_VIEWS),
        .quality = g_rand_int_range (rand, 0, MDG_N_QUALITIES),
        .precision = g_rand_int_range (rand, 0, MDG_N_PRECISIONS),
        .doubt = g_rand_int_range (rand, 0, 4) == 0 ? MDG_DOUBT_DATE_INFERRED : MDG_DOUBT_NONE,
        .page = g_rand_int_range (rand, -1, 30),
        .edition = g_rand_int_range (rand, 0, n_editions),
        .value = MDG_DECIMAL (g_rand_int_range (rand, 0, 10000), g_rand_int_range (rand, 0, 3)),
      };
      g_autofree char *key = NULL;

      if (g_rand_int_range (rand, 0, 5) == 0)
        observation.as_of = mdg_month_last_day (observation.month);

      key = g_strdup_printf ("%u %u %u %u %u %u", observation.edition, observation.month,
                             observation.as_of, observation.area, observation.facility_type,
                             observation.measure);
      if (g_hash_table_add (taken, g_steal_pointer (&key)))
        mdg_batch_add (batch, &observation);
    }

  return batch;
}

/**
 * fixture_new_large:
 * @n_months: how many months, each an edition of its own
 *
 * Makes what the ministry would have published in @n_months months if each deck were as full as
 * can be: 48 areas, 5 facility types, 10 measures.
 *
 * Returns: (transfer full): the batch, of @n_months * 2400 figures
 */
MdgBatch *
fixture_new_large (guint n_months)
{
  MdgBatch *batch = mdg_batch_new ();

  for (guint i = 0; i < n_months; i++)
    {
      MdgMonth month = MDG_MONTH (2020, 1) + i;
      g_autofree char *id = g_strdup_printf ("large-%u", i);
      g_autofree char *published = mdg_day_to_string (mdg_month_last_day (month));
      guint edition = fixture_add_edition (batch, id, published, id);

      for (guint j = 0; j < MDG_N_AREAS * 5 * 10; j++)
        {
          MdgObservation observation = {
            .month = month,
            .area = j % MDG_N_AREAS,
            .facility_type = j / MDG_N_AREAS % 5,
            .measure = j / MDG_N_AREAS / 5,
            .quality = MDG_QUALITY_VERIFIED,
            .precision = MDG_PRECISION_EXACT,
            .page = 13,
            .edition = edition,
            .value = MDG_DECIMAL (1000 + (i * 7919 + j * 104729) % 9000, 2),
          };

          mdg_batch_add (batch, &observation);
        }
    }

  return batch;
}

static void
swap (GRand *rand, guint32 *order, guint i)
{
  guint j = g_rand_int_range (rand, 0, i + 1);
  guint32 kept = order[i];

  order[i] = order[j];
  order[j] = kept;
}

static guint32 *
new_order (GRand *rand, guint n)
{
  guint32 *order = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    swap (rand, order, i - 1);

  return order;
}

/**
 * fixture_shuffle:
 * @rand: a generator
 * @batch: a batch
 *
 * Returns: (transfer full): the same editions and figures in another order
 */
MdgBatch *
fixture_shuffle (GRand *rand, const MdgBatch *batch)
{
  MdgBatch *shuffled = mdg_batch_new ();
  g_autofree guint32 *editions = new_order (rand, batch->editions->len);
  g_autofree guint32 *observations = new_order (rand, batch->observations->len);
  g_autofree guint32 *places = g_new (guint32, batch->editions->len);

  for (guint i = 0; i < batch->editions->len; i++)
    places[editions[i]] = mdg_batch_add_edition (
      shuffled, mdg_edition_ref (g_ptr_array_index (batch->editions, editions[i])));
  for (guint i = 0; i < batch->observations->len; i++)
    {
      MdgObservation observation =
        g_array_index (batch->observations, MdgObservation, observations[i]);

      observation.edition = places[observation.edition];
      mdg_batch_add (shuffled, &observation);
    }

  return shuffled;
}

/**
 * fixture_dump:
 * @figures: figures
 *
 * Returns: (transfer full): everything in @figures as text, one figure a line, the shown ones marked
 */
char *
fixture_dump (MdgFigures *figures)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);

      g_string_append (text, mdg_figures_is_shown (figures, i) ? "* " : "  ");
      mdg_tidy_append_row (text, observation,
                           mdg_figures_get_edition (figures, observation->edition));
    }

  return g_string_free_and_steal (text);
}

static void
write_dataset (const char *directory, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  mdg_test_assert_no_error (error);
}

/* GLib tells of every look at an overlay, which would drown everything else. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if ((level & G_LOG_LEVEL_MASK) >= G_LOG_LEVEL_MESSAGE)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_standard_streams (level, fields, n_fields, NULL);
}

/**
 * fixture_be_quiet:
 *
 * Leaves out of the log what is neither an error nor a warning.
 */
void
fixture_be_quiet (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}

static const char *
get_bundle_directory (void)
{
  static char *directory;

  if (directory == NULL)
    {
      g_autofree char *overlay = NULL;

      mdg_test_init ();
      fixture_be_quiet ();
      directory = mdg_test_make_temp_dir ();
      overlay = g_strdup_printf ("%s/datasets=%s", RESOURCE_PREFIX, directory);
      g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
    }

  return directory;
}

/**
 * fixture_use_bundle:
 * @version: which of the made-up bundles; two versions have other figures
 *
 * Puts a small bundle in the place of the one that is compiled in, for this process and those it
 * starts: an edition "bundled" with @version + 1 figures. To be called before anything else looks
 * at resources, and again to pass for a later version of the program.
 */
void
fixture_use_bundle (guint version)
{
  const char *directory = get_bundle_directory ();
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "bundled", -1);
  g_autofree char *editions = g_strdup_printf (
    "%s\nbundled,Bundled,厚生労働省,,2025-11-13,%s,1,ministry,\n", MDG_EDITIONS_HEADER, digest);
  g_autoptr (GString) observations = g_string_new (MDG_TIDY_HEADER);

  for (guint i = 0; i <= version; i++)
    g_string_append_printf (observations,
                            "\n2025-10,,%s,%s,pharmacy,usage_rate_online,3%u.14,percent,online,"
                            "verified,exact,bundled,12",
                            mdg_area_get_code (i), mdg_area_get_name (i), i);
  write_dataset (directory, "editions.csv", editions);
  write_dataset (directory, "observations.csv", observations->str);
}

/**
 * fixture_use_broken_bundle:
 *
 * As [func@fixture_use_bundle], with a bundle that cannot be read.
 */
void
fixture_use_broken_bundle (void)
{
  fixture_use_bundle (0);
  write_dataset (get_bundle_directory (), "observations.csv", "month,value\n2025-10,37.14\n");
}
