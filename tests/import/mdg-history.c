/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-history.h"

#include "core/mdg-csv.h"
#include "core/mdg-observation.h"
#include "import/mdg-laws.h"

#include <gio/gio.h>
#include <string.h>

/*
 * Reads the files of earlier months, in which every row names its own source. Each source becomes an
 * edition, so that every figure leads to where it was published.
 */

/* Rows from here are in the bundled deck itself. */
#define DECK_SOURCE "sources/mhlw-deck-2025-11-13.txt"

#define MINISTRY "厚生労働省"

/* The sources, and the ids and titles they are given. Where no publisher is given, what the page is
 * called is not known: the title only says which page it is, and its host stands for the publisher.
 * The publisher is who published the figures; a page that only carries them is named in the title.
 * There is a date only where the day is known. */
static const struct
{
  const char *url;
  const char *id;
  const char *title;
  const char *publisher;
  int year;
  int month;
  int day;
} sources[] = {
  { "https://wic-net.com/material/document/7870/15", "wic-7870",
    "「マイナンバーカードと健康保険証の一体化に関する検討会」中間とりまとめ 参考資料"
    "（第163回社会保障審議会医療保険部会 参考資料2、wic-net.com 7870/15）",
    MINISTRY, 2023, 2, 24 },
  { "https://wic-net.com/material/document/14322/18", "wic-14322",
    "マイナ保険証の利用促進等について"
    "（第177回社会保障審議会医療保険部会 資料1、wic-net.com 14322/18）",
    MINISTRY, 2024, 4, 10 },
  { "https://wic-net.com/material/document/16526/2", "wic-16526",
    "wic-net.com, material document 16526/2" },
  { "https://www.mhlw.go.jp/content/10200000/001152539.txt", "mhlw-001152539",
    "福祉施設・支援団体の方向けマイナンバーカード取得・管理マニュアル Ver.1（2023年8月）",
    MINISTRY },
  { "https://nordot.app/1135872816604627210?c=388701204576175201",
    "press-nordot-1135872816604627210", "マイナ保険証利用4.60% 1月、2%台が3県（nordot.app）",
    "共同通信社", 2024, 2, 29 },
  { "https://topics.smt.docomo.ne.jp/article/jmedj/politics/jmedj-20240517173504299",
    "press-jmedj-20240517173504299", "topics.smt.docomo.ne.jp, article jmedj-20240517173504299" },
  { "https://www.kk-gem.com/information/information-713/", "press-kk-gem-713",
    "kk-gem.com, information 713" },
  { "https://newsdig.tbs.co.jp/articles/-/1227033", "press-newsdig-1227033",
    "newsdig.tbs.co.jp, article 1227033" },
  { "https://newsdig.tbs.co.jp/articles/tuf/1586707?display=1", "press-newsdig-tuf-1586707",
    "newsdig.tbs.co.jp, article tuf/1586707" },
  { "https://home.kingsoft.jp/news/news/mainichi/20241202k0000m040219000c.html",
    "press-mainichi-20241202k0000m040219000c",
    "home.kingsoft.jp, article mainichi/20241202k0000m040219000c" },
  { "https://www.pc-webzine.com/article/889", "press-pc-webzine-889",
    "pc-webzine.com, article 889" },
  { "https://watch.impress.co.jp/docs/series/suzukij/1639902.html", "press-impress-1639902",
    "マイナ保険証とマイナ免許証の実際（鈴木淳也のPay Attention 第224回）", "watch.impress.co.jp" },
  { "https://saitama-np.co.jp/index.php/articles/114034/postDetail", "press-saitama-np-114034",
    "saitama-np.co.jp, article 114034" },
  { "https://limo.media/articles/-/103819", "press-limo-103819", "limo.media, article 103819" },
  { "https://president.jp/articles/-/107700", "press-president-107700",
    "president.jp, article 107700" },
  { "https://news.mynavi.jp/article/compass-519/", "press-mynavi-compass-519",
    "news.mynavi.jp, article compass-519" },
  { "https://www.fujipost.com/lifestyle/48684.html", "press-fujipost-48684",
    "fujipost.com, lifestyle 48684" },
  { "https://www.premium-dr.jp/topics/career/6670d96392eb5.html", "page-premium-dr-6670d96392eb5",
    "premium-dr.jp, topics career/6670d96392eb5" },
  { "https://shizuoka.cocolog-nifty.com/gard/cat22934719/index.html", "page-cocolog-cat22934719",
    "shizuoka.cocolog-nifty.com, gard/cat22934719" },
  { "https://wp-dev.findout.love/archives/102517", "page-findout-102517",
    "wp-dev.findout.love, archives 102517" },
  { "https://www.jca.apc.org/activist/?p=5255", "page-jca-5255", "jca.apc.org, activist p=5255" },
  { "https://ccl.jp.net/1758.html", "page-ccl-1758", "ccl.jp.net, 1758" },
  { "https://www.hayashi-consul-sr.com/post-13841", "page-hayashi-13841",
    "hayashi-consul-sr.com, post 13841" },
  { "https://b.hatena.ne.jp/cinefuk/", "page-hatena-cinefuk", "b.hatena.ne.jp, cinefuk" },
  { "https://www.daitoku0110.news/p/myna-insurance-card-promotion-2025",
    "page-daitoku-promotion-2025", "daitoku0110.news, myna-insurance-card-promotion-2025" },
};

typedef struct
{
  MdgBatch *batch;
  guint first_edition;
  GChecksum *checksums[G_N_ELEMENTS (sources)];
  int editions[G_N_ELEMENTS (sources)];
  MdgCsvReader reader;
  GHashTable *columns;
  const char *file;
} History;

static const char *
cell (History *self, const char *column)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (self->columns, column, NULL, &index) ||
      GPOINTER_TO_UINT (index) >= mdg_csv_reader_get_n (&self->reader))
    return "";

  return mdg_csv_reader_get (&self->reader, GPOINTER_TO_UINT (index));
}

static gboolean
fail (History *self, GError **error, const char *problem)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, line %u: %s", self->file,
               mdg_csv_reader_get_line (&self->reader), problem);
  return FALSE;
}

static gboolean
parse_trust (const char *text, MdgTrust *trust)
{
  if (g_str_has_prefix (text, "ministry deck"))
    *trust = MDG_TRUST_MINISTRY;
  else if (g_str_has_prefix (text, "press report"))
    *trust = MDG_TRUST_PRESS;
  else if (g_str_has_prefix (text, "unofficial page"))
    *trust = MDG_TRUST_UNOFFICIAL;
  else
    return FALSE;

  return TRUE;
}

static gboolean
find_edition (History *self, guint *index, MdgTrust *trust, GError **error)
{
  const char *url = cell (self, "source");
  MdgEdition *edition;

  if (!parse_trust (cell (self, "trust"), trust))
    return fail (self, error, "the trust is none of the known ones");

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (strcmp (sources[i].url, url) != 0)
        continue;
      if (self->editions[i] < 0)
        {
          g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

          edition = mdg_edition_new ();
          edition->id = g_strdup (sources[i].id);
          edition->title = g_strdup (sources[i].title);
          edition->publisher =
            g_strdup (sources[i].publisher != NULL ? sources[i].publisher : g_uri_get_host (uri));
          if (sources[i].year > 0)
            edition->published = mdg_day_new (sources[i].year, sources[i].month, sources[i].day);
          edition->url = g_strdup (url);
          edition->origin = MDG_ORIGIN_BUNDLED;
          edition->trust = *trust;
          self->editions[i] = (int) mdg_batch_add_edition (self->batch, edition);
          self->checksums[i] = g_checksum_new (G_CHECKSUM_SHA256);
        }
      *index = (guint) self->editions[i];
      edition = g_ptr_array_index (self->batch->editions, *index);
      if (edition->trust != *trust)
        return fail (self, error, "the source has another trust elsewhere");

      /* The digest is over the rows taken from the source: the page itself is not at hand. */
      g_checksum_update (self->checksums[i], (const guchar *) self->file, -1);
      for (guint column = 0; column < mdg_csv_reader_get_n (&self->reader); column++)
        {
          const char *text = mdg_csv_reader_get (&self->reader, column);

          g_checksum_update (self->checksums[i], (const guchar *) ",", 1);
          g_checksum_update (self->checksums[i], (const guchar *) text, (gssize) strlen (text));
        }
      g_checksum_update (self->checksums[i], (const guchar *) "\n", 1);
      return TRUE;
    }

  return fail (self, error, "the source has no id yet; add it to the list of sources");
}

/* Adds a cell of the current row. The same figure of the same source in two files is one. */
static gboolean
append (History *self,
        MdgObservation observation,
        MdgMeasure measure,
        const char *column,
        GError **error)
{
  const char *text = cell (self, column);
  MdgTrust trust;
  guint edition;

  if (*text == '\0')
    return TRUE;
  if (!find_edition (self, &edition, &trust, error))
    return FALSE;
  if (!mdg_decimal_parse (text, -1, &observation.value))
    return fail (self, error, "a cell is not a number");

  observation.measure = (guint8) measure;
  observation.edition = (guint16) edition;
  observation.page = MDG_PAGE_UNKNOWN;
  observation.quality = trust == MDG_TRUST_MINISTRY ? MDG_QUALITY_PRINTED : MDG_QUALITY_SECONDARY;
  if (trust == MDG_TRUST_UNOFFICIAL)
    observation.doubt = MDG_DOUBT_UNOFFICIAL;
  else if (strstr (cell (self, "trust"), "basis inferred") != NULL)
    observation.doubt = MDG_DOUBT_BASIS_INFERRED;

  for (guint i = 0; i < self->batch->observations->len; i++)
    {
      const MdgObservation *other = &g_array_index (self->batch->observations, MdgObservation, i);

      if (other->edition != observation.edition ||
          mdg_observation_compare_key (other, &observation) != 0)
        continue;
      if (mdg_decimal_compare (other->value, observation.value) != 0)
        return fail (self, error, "the same source says something else elsewhere");
      return TRUE;
    }
  mdg_batch_add (self->batch, &observation);

  return TRUE;
}

static guint8
precision_of (const char *text)
{
  return g_str_has_suffix (text, "0000") ? MDG_PRECISION_ROUNDED_10000 : MDG_PRECISION_EXACT;
}

static gboolean
append_national (History *self, GError **error)
{
  const char *precision = cell (self, "precision");
  gboolean is_claims = strcmp (cell (self, "basis"), "claims") == 0;
  MdgObservation observation = { .precision = MDG_PRECISION_EXACT };
  MdgObservation mnc;
  MdgObservation verifications;

  if (!mdg_month_parse (cell (self, "month"), &observation.month))
    return fail (self, error, "the month is not one");

  mnc = observation;
  verifications = observation;
  if (strstr (precision, "rounded to 10 000") != NULL)
    verifications.precision = MDG_PRECISION_ROUNDED_10000;
  if (strcmp (precision, "rounded to 10 000") == 0)
    mnc.precision = MDG_PRECISION_ROUNDED_10000;

  return append (self, mnc, MDG_MEASURE_MNC_COUNT, "mnc_count", error) &&
         append (self, verifications, MDG_MEASURE_VERIFICATION_COUNT, "verification_count",
                 error) &&
         append (self, observation,
                 is_claims ? MDG_MEASURE_USAGE_RATE_CLAIMS : MDG_MEASURE_USAGE_RATE_ONLINE,
                 "rate_percent", error);
}

static gboolean
append_facility (History *self, GError **error)
{
  MdgObservation observation = { .precision = MDG_PRECISION_EXACT };
  MdgFacilityType type;

  if (!mdg_month_parse (cell (self, "month"), &observation.month))
    return fail (self, error, "the month is not one");
  if (!mdg_facility_type_from_name_ja (cell (self, "facility_type"), -1, &type))
    return fail (self, error, "the facility type is not one");
  observation.facility_type = (guint8) type;

  return append (self, observation, MDG_MEASURE_VERIFICATION_COUNT, "verification_count", error) &&
         append (self, observation, MDG_MEASURE_MNC_COUNT, "mnc_count", error) &&
         append (self, observation, MDG_MEASURE_INSURANCE_CARD_COUNT, "insurance_card_count",
                 error) &&
         append (self, observation, MDG_MEASURE_USAGE_RATE_ONLINE, "usage_rate_online", error) &&
         append (self, observation, MDG_MEASURE_CHECKUP_VIEWS, "checkup_views", error) &&
         append (self, observation, MDG_MEASURE_DRUG_VIEWS, "drug_views", error) &&
         append (self, observation, MDG_MEASURE_CARE_VIEWS, "care_views", error);
}

static gboolean
append_prefecture (History *self, GError **error)
{
  MdgObservation observation = { .precision = MDG_PRECISION_EXACT };

  if (!mdg_month_parse (cell (self, "month"), &observation.month))
    return fail (self, error, "the month is not one");
  if (!mdg_area_from_code (cell (self, "area"), &observation.area) ||
      strcmp (mdg_area_get_name (observation.area), cell (self, "name")) != 0)
    return fail (self, error, "the area is not one, or its name is another's");

  return append (self, observation, MDG_MEASURE_USAGE_RATE_ONLINE, "rate_percent", error) &&
         append (self, observation, MDG_MEASURE_CHANGE_POINTS, "change_points", error);
}

static gboolean
append_registration (History *self, GError **error)
{
  MdgObservation observation = { .precision = MDG_PRECISION_EXACT };
  MdgObservation holders;
  MdgObservation registrants;

  if (!mdg_day_parse (cell (self, "date"), &observation.as_of))
    return fail (self, error, "the date is not one");
  observation.month = mdg_day_get_month (observation.as_of);
  holders = observation;
  holders.precision = precision_of (cell (self, "card_holders"));
  registrants = observation;
  registrants.precision = precision_of (cell (self, "registrants"));

  return append (self, holders, MDG_MEASURE_CARD_HOLDERS, "card_holders", error) &&
         append (self, observation, MDG_MEASURE_HOLDER_SHARE, "holders_percent_population",
                 error) &&
         append (self, registrants, MDG_MEASURE_REGISTRANTS, "registrants", error) &&
         append (self, observation, MDG_MEASURE_REGISTRATION_SHARE, "registrants_percent_holders",
                 error);
}

static gboolean
append_file (History *self, const MdgHistoryFile *file, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*append_row) (History *self, GError **error);
  } kinds[] = {
    { "history-national.csv", append_national },
    { "history-facility.csv", append_facility },
    { "history-prefecture.csv", append_prefecture },
    { "history-registration.csv", append_registration },
  };

  self->file = file->name;
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      gboolean done = TRUE;

      if (strcmp (kinds[kind].name, file->name) != 0)
        continue;

      mdg_csv_reader_init (&self->reader, file->text, strlen (file->text));
      self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      if (mdg_csv_reader_next (&self->reader))
        for (guint i = 0; i < mdg_csv_reader_get_n (&self->reader); i++)
          g_hash_table_insert (self->columns, g_strdup (mdg_csv_reader_get (&self->reader, i)),
                               GUINT_TO_POINTER (i));
      while (done && mdg_csv_reader_next (&self->reader))
        if (strcmp (cell (self, "source"), DECK_SOURCE) != 0)
          done = kinds[kind].append_row (self, error);
      g_hash_table_unref (self->columns);
      mdg_csv_reader_clear (&self->reader);
      return done;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s is not a history file",
               file->name);
  return FALSE;
}

static const MdgObservation *
find (const MdgBatch *batch, const MdgObservation *like, MdgFacilityType type, MdgMeasure measure)
{
  for (guint i = 0; i < batch->observations->len; i++)
    {
      const MdgObservation *other = &g_array_index (batch->observations, MdgObservation, i);

      if (other->edition == like->edition && other->month == like->month &&
          other->as_of == like->as_of && other->area == like->area &&
          other->facility_type == type && other->measure == measure &&
          other->precision == MDG_PRECISION_EXACT)
        return other;
    }

  return NULL;
}

/* Whether sums reach the count: every type and the total are there in full. */
static gboolean
is_summed (const MdgBatch *batch, const MdgObservation *count)
{
  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    if (find (batch, count, type, count->measure) == NULL)
      return FALSE;

  return TRUE;
}

/* A rate is proved by its counts, if those are printed in full. */
static gboolean
is_ratio (const MdgBatch *batch, const MdgObservation *rate)
{
  return find (batch, rate, rate->facility_type, MDG_MEASURE_MNC_COUNT) != NULL &&
         find (batch, rate, rate->facility_type, MDG_MEASURE_VERIFICATION_COUNT) != NULL;
}

/* The ministry's own figures count as verified where a law reaches them. That the laws hold is
 * tried on the whole batch afterwards. */
static void
verify (MdgBatch *batch, guint first_edition)
{
  for (guint i = 0; i < batch->observations->len; i++)
    {
      MdgObservation *observation = &g_array_index (batch->observations, MdgObservation, i);
      gboolean is_reached = FALSE;

      if (observation->edition < first_edition || observation->quality != MDG_QUALITY_PRINTED ||
          observation->precision != MDG_PRECISION_EXACT)
        continue;
      if (observation->measure == MDG_MEASURE_USAGE_RATE_ONLINE)
        is_reached = is_ratio (batch, observation);
      else if (mdg_measure_get_unit (observation->measure) == MDG_UNIT_COUNT)
        is_reached = is_summed (batch, observation);
      if (is_reached)
        observation->quality = MDG_QUALITY_VERIFIED;
    }
}

/**
 * mdg_history_append:
 * @batch: a batch
 * @files: the history files
 * @n_files: how many
 * @error: return location for an error
 *
 * Adds the figures of earlier months, each source as an edition of its own.
 *
 * Returns: %FALSE with an error that names file and line if a row makes no sense
 */
gboolean
mdg_history_append (MdgBatch *batch, const MdgHistoryFile *files, guint n_files, GError **error)
{
  History self = { .batch = batch, .first_edition = batch->editions->len };
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    self.editions[i] = -1;
  for (guint i = 0; done && i < n_files; i++)
    done = append_file (&self, &files[i], error);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      MdgEdition *edition;

      if (self.editions[i] < 0)
        continue;
      edition = g_ptr_array_index (batch->editions, (guint) self.editions[i]);
      edition->digest = g_strdup (g_checksum_get_string (self.checksums[i]));
      g_checksum_free (self.checksums[i]);
    }
  if (done)
    verify (batch, self.first_edition);

  return done;
}
