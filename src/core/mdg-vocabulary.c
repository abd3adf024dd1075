/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* The contexts under which short words are translated. */
#define FACILITY_CONTEXT "facility type"
#define UNIT_CONTEXT "unit"
#define BASIS_CONTEXT "basis"
#define QUALITY_CONTEXT "quality"
#define PRECISION_CONTEXT "precision"

typedef struct
{
  const char *id;
  const char *name_ja;
  const char *label;
} FacilityInfo;

/* Strings marked for translation make clang-format lose the columns of such tables. */
/* clang-format off */
static const FacilityInfo facilities[MDG_N_FACILITY_TYPES] = {
  [MDG_FACILITY_ALL] = { "all", "総計", NC_ ("facility type", "All facilities") },
  [MDG_FACILITY_HOSPITAL] = { "hospital", "病院", NC_ ("facility type", "Hospitals") },
  [MDG_FACILITY_MEDICAL_CLINIC] = { "medical_clinic", "医科診療所",
                                    NC_ ("facility type", "Medical clinics") },
  [MDG_FACILITY_DENTAL_CLINIC] = { "dental_clinic", "歯科診療所",
                                   NC_ ("facility type", "Dental clinics") },
  [MDG_FACILITY_PHARMACY] = { "pharmacy", "薬局", NC_ ("facility type", "Pharmacies") },
  [MDG_FACILITY_UNASSIGNED_1] = { "unassigned-1", "施設類型不明1",
                                  NC_ ("facility type", "Type not stated (1)") },
  [MDG_FACILITY_UNASSIGNED_2] = { "unassigned-2", "施設類型不明2",
                                  NC_ ("facility type", "Type not stated (2)") },
  [MDG_FACILITY_UNASSIGNED_3] = { "unassigned-3", "施設類型不明3",
                                  NC_ ("facility type", "Type not stated (3)") },
  [MDG_FACILITY_UNASSIGNED_4] = { "unassigned-4", "施設類型不明4",
                                  NC_ ("facility type", "Type not stated (4)") },
};
/* clang-format on */

/* One word of a small closed list: its id and what is said about it. */
typedef struct
{
  const char *id;
  const char *label;
  const char *description;
} Word;

/* clang-format off */
static const Word units[MDG_N_UNITS] = {
  [MDG_UNIT_PERCENT] = { "percent", NC_ ("unit", "percent") },
  [MDG_UNIT_COUNT] = { "count", NC_ ("unit", "count") },
  [MDG_UNIT_PERSONS] = { "persons", NC_ ("unit", "people") },
  [MDG_UNIT_FACILITIES] = { "facilities", NC_ ("unit", "facilities") },
  [MDG_UNIT_RANK] = { "rank", NC_ ("unit", "place") },
  [MDG_UNIT_POINTS] = { "points", NC_ ("unit", "percentage points") },
};

static const Word bases[MDG_N_BASES] = {
  [MDG_BASIS_NONE] = { "none", "" },
  [MDG_BASIS_ONLINE] = { "online", NC_ ("basis", "online basis") },
  [MDG_BASIS_CLAIMS] = { "claims", NC_ ("basis", "claims basis") },
};

static const Word qualities[MDG_N_QUALITIES] = {
  [MDG_QUALITY_SECONDARY] = {
      "secondary", NC_ ("quality", "Secondary"),
      N_ ("Taken from a press report or another page that quotes the ministry’s figure.") },
  [MDG_QUALITY_DERIVED] = {
      "derived", NC_ ("quality", "Derived"),
      N_ ("Computed from other figures; the source does not print it.") },
  [MDG_QUALITY_PRINTED] = {
      "printed", NC_ ("quality", "Printed"),
      N_ ("Shown as the source prints it; no sum or rate in the source can prove it.") },
  [MDG_QUALITY_VERIFIED] = {
      "verified", NC_ ("quality", "Verified"),
      N_ ("Printed by the source and proved by its other figures: sums, rates and ranks "
          "agree.") },
};

static const Word precisions[MDG_N_PRECISIONS] = {
  [MDG_PRECISION_APPROXIMATE] = { "approximate", NC_ ("precision", "Approximate") },
  [MDG_PRECISION_ROUNDED_10000] = { "rounded-10000", NC_ ("precision", "Rounded to 10,000") },
  [MDG_PRECISION_EXACT] = { "exact", NC_ ("precision", "Exact") },
};

static const Word doubts[MDG_N_DOUBTS] = {
  [MDG_DOUBT_NONE] = { "none", NULL, "" },
  [MDG_DOUBT_DATE_INFERRED] = {
      "date-inferred", NULL,
      N_ ("The source does not attach its date note to this figure; the date is inferred.") },
  [MDG_DOUBT_MONTH_DISPUTED] = {
      "month-disputed", NULL,
      N_ ("The source’s own note and other publications name different months for this "
          "figure.") },
  [MDG_DOUBT_TYPE_INFERRED] = {
      "type-inferred", NULL,
      N_ ("The source prints no facility type beside this figure; the type is inferred.") },
  [MDG_DOUBT_TYPE_UNKNOWN] = {
      "type-unknown", NULL,
      N_ ("The source prints no facility type beside this figure, and nothing tells which it "
          "is.") },
  [MDG_DOUBT_BASIS_INFERRED] = {
      "basis-inferred", NULL,
      N_ ("The source does not name the basis of this rate; the basis is inferred.") },
  [MDG_DOUBT_UNOFFICIAL] = {
      "unofficial", NULL,
      N_ ("Quoted by a page that is neither official nor press.") },
};
/* clang-format on */

static const char *
translate (const char *context, const char *text)
{
  /* The empty string is the header of a catalogue, not a message. */
  if (text == NULL || *text == '\0')
    return "";

  return context != NULL ? g_dpgettext2 (NULL, context, text) : _ (text);
}

static gboolean
find_word (const Word *words, guint n_words, const char *id, guint *index)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (strcmp (words[i].id, id) == 0)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_facility_type_get_id:
 * @type: a facility type
 *
 * Returns: its id in files, e.g. "medical_clinic"
 */
const char *
mdg_facility_type_get_id (MdgFacilityType type)
{
  g_return_val_if_fail (type < MDG_N_FACILITY_TYPES, "");

  return facilities[type].id;
}

/**
 * mdg_facility_type_get_name_ja:
 * @type: a facility type
 *
 * Returns: its name in the ministry's tables, e.g. "医科診療所"
 */
const char *
mdg_facility_type_get_name_ja (MdgFacilityType type)
{
  g_return_val_if_fail (type < MDG_N_FACILITY_TYPES, "");

  return facilities[type].name_ja;
}

/**
 * mdg_facility_type_get_label:
 * @type: a facility type
 *
 * Returns: its name on screen, translated
 */
const char *
mdg_facility_type_get_label (MdgFacilityType type)
{
  g_return_val_if_fail (type < MDG_N_FACILITY_TYPES, "");

  return translate (FACILITY_CONTEXT, facilities[type].label);
}

/**
 * mdg_facility_type_from_id:
 * @id: an id
 * @type: (out): the facility type, untouched on failure
 *
 * Returns: whether @id is the id of a facility type
 */
gboolean
mdg_facility_type_from_id (const char *id, MdgFacilityType *type)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < MDG_N_FACILITY_TYPES; i++)
    {
      if (strcmp (facilities[i].id, id) == 0)
        {
          *type = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_facility_type_from_name_ja:
 * @name: a name as in the ministry's tables
 * @length: length of @name in bytes, or -1 if it ends with a zero byte
 * @type: (out): the facility type, untouched on failure
 *
 * Finds the facility type that is called exactly so. No name stands for the unassigned ones.
 *
 * Returns: whether there is one
 */
gboolean
mdg_facility_type_from_name_ja (const char *name, gssize length, MdgFacilityType *type)
{
  gsize n_bytes;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  n_bytes = length < 0 ? strlen (name) : (gsize) length;

  for (guint i = 0; i <= MDG_FACILITY_PHARMACY; i++)
    {
      const char *known = facilities[i].name_ja;

      if (strlen (known) == n_bytes && memcmp (known, name, n_bytes) == 0)
        {
          *type = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_facility_type_is_unassigned:
 * @type: a facility type
 *
 * Returns: whether the source does not say of which type its figures are
 */
gboolean
mdg_facility_type_is_unassigned (MdgFacilityType type)
{
  return type >= MDG_FACILITY_UNASSIGNED_1 && type <= MDG_FACILITY_UNASSIGNED_4;
}

/**
 * mdg_unit_get_id:
 * @unit: a unit
 *
 * Returns: its id in files, e.g. "percent"
 */
const char *
mdg_unit_get_id (MdgUnit unit)
{
  g_return_val_if_fail (unit < MDG_N_UNITS, "");

  return units[unit].id;
}

/**
 * mdg_unit_get_label:
 * @unit: a unit
 *
 * Returns: its name on screen, translated
 */
const char *
mdg_unit_get_label (MdgUnit unit)
{
  g_return_val_if_fail (unit < MDG_N_UNITS, "");

  return translate (UNIT_CONTEXT, units[unit].label);
}

/**
 * mdg_basis_get_id:
 * @basis: a basis
 *
 * Returns: its id in files, e.g. "online"
 */
const char *
mdg_basis_get_id (MdgBasis basis)
{
  g_return_val_if_fail (basis < MDG_N_BASES, "");

  return bases[basis].id;
}

/**
 * mdg_basis_get_label:
 * @basis: a basis
 *
 * Returns: its name on screen, translated; empty for %MDG_BASIS_NONE
 */
const char *
mdg_basis_get_label (MdgBasis basis)
{
  g_return_val_if_fail (basis < MDG_N_BASES, "");

  return translate (BASIS_CONTEXT, bases[basis].label);
}

/**
 * mdg_quality_get_id:
 * @quality: a quality
 *
 * Returns: its id in files, e.g. "verified"
 */
const char *
mdg_quality_get_id (MdgQuality quality)
{
  g_return_val_if_fail (quality < MDG_N_QUALITIES, "");

  return qualities[quality].id;
}

/**
 * mdg_quality_from_id:
 * @id: an id
 * @quality: (out): the quality, untouched on failure
 *
 * Returns: whether @id is the id of a quality
 */
gboolean
mdg_quality_from_id (const char *id, MdgQuality *quality)
{
  guint index;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (quality != NULL, FALSE);

  if (!find_word (qualities, MDG_N_QUALITIES, id, &index))
    return FALSE;

  *quality = index;

  return TRUE;
}

/**
 * mdg_quality_get_label:
 * @quality: a quality
 *
 * Returns: its name on screen, translated
 */
const char *
mdg_quality_get_label (MdgQuality quality)
{
  g_return_val_if_fail (quality < MDG_N_QUALITIES, "");

  return translate (QUALITY_CONTEXT, qualities[quality].label);
}

/**
 * mdg_quality_get_description:
 * @quality: a quality
 *
 * Returns: what stands behind a figure of this quality, translated
 */
const char *
mdg_quality_get_description (MdgQuality quality)
{
  g_return_val_if_fail (quality < MDG_N_QUALITIES, "");

  return translate (NULL, qualities[quality].description);
}

/**
 * mdg_precision_get_id:
 * @precision: a precision
 *
 * Returns: its id in files, e.g. "exact"
 */
const char *
mdg_precision_get_id (MdgPrecision precision)
{
  g_return_val_if_fail (precision < MDG_N_PRECISIONS, "");

  return precisions[precision].id;
}

/**
 * mdg_precision_from_id:
 * @id: an id
 * @precision: (out): the precision, untouched on failure
 *
 * Returns: whether @id is the id of a precision
 */
gboolean
mdg_precision_from_id (const char *id, MdgPrecision *precision)
{
  guint index;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (precision != NULL, FALSE);

  if (!find_word (precisions, MDG_N_PRECISIONS, id, &index))
    return FALSE;

  *precision = index;

  return TRUE;
}

/**
 * mdg_precision_get_label:
 * @precision: a precision
 *
 * Returns: its name on screen, translated
 */
const char *
mdg_precision_get_label (MdgPrecision precision)
{
  g_return_val_if_fail (precision < MDG_N_PRECISIONS, "");

  return translate (PRECISION_CONTEXT, precisions[precision].label);
}

/**
 * mdg_doubt_get_id:
 * @doubt: a doubt
 *
 * Returns: its id in files, e.g. "type-inferred"
 */
const char *
mdg_doubt_get_id (MdgDoubt doubt)
{
  g_return_val_if_fail (doubt < MDG_N_DOUBTS, "");

  return doubts[doubt].id;
}

/**
 * mdg_doubt_from_id:
 * @id: an id
 * @doubt: (out): the doubt, untouched on failure
 *
 * Returns: whether @id is the id of a doubt
 */
gboolean
mdg_doubt_from_id (const char *id, MdgDoubt *doubt)
{
  guint index;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (doubt != NULL, FALSE);

  if (!find_word (doubts, MDG_N_DOUBTS, id, &index))
    return FALSE;

  *doubt = index;

  return TRUE;
}

/**
 * mdg_doubt_get_description:
 * @doubt: a doubt
 *
 * Returns: what is uncertain, in full sentences, translated; empty for %MDG_DOUBT_NONE
 */
const char *
mdg_doubt_get_description (MdgDoubt doubt)
{
  g_return_val_if_fail (doubt < MDG_N_DOUBTS, "");

  return translate (NULL, doubts[doubt].description);
}
