/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-own-pack.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define SOURCE_ID "own"
#define ICON "mdg-checklists-symbolic"
#define DIGEST_CHARS 12
#define MAX_ID_CHARS 64

/* The sentences are written into the file in both languages, whatever the language of the screen. */
typedef struct
{
  const char *in[MDG_N_LANGUAGES];
} Format;

static const Format title_format = { {
  [MDG_LANGUAGE_JAPANESE] = "%sのチェックリスト",
  [MDG_LANGUAGE_ENGLISH] = "Checklists of %s",
} };
static const Format source_format = { {
  [MDG_LANGUAGE_JAPANESE] = "%sが独自に定めた点検項目",
  [MDG_LANGUAGE_ENGLISH] = "Items that %s has written itself",
} };
static const Format addition_format = { {
  [MDG_LANGUAGE_JAPANESE] = "「%s」への追加項目",
  [MDG_LANGUAGE_ENGLISH] = "Additions to “%s”",
} };
static const Format line_format = { {
  [MDG_LANGUAGE_JAPANESE] = "作成：%s",
  [MDG_LANGUAGE_ENGLISH] = "Written by %s",
} };
static const Format doubt_format = { {
  [MDG_LANGUAGE_JAPANESE] = "%sが独自に定めた項目です。公的な資料によるものではありません。",
  [MDG_LANGUAGE_ENGLISH] = "%s has written this item itself; it rests on no official source.",
} };

typedef struct
{
  JsonBuilder *builder;
  const MdgGuidePack *pack;
  const char *facility;
  char *pack_id;
} Writer;

static void
add_string (Writer *self, const char *name, const char *value)
{
  json_builder_set_member_name (self->builder, name);
  json_builder_add_string_value (self->builder, value);
}

static void
begin_text (Writer *self, const char *name)
{
  json_builder_set_member_name (self->builder, name);
  json_builder_begin_object (self->builder);
}

static void
add_same_text (Writer *self, const char *name, const char *words)
{
  begin_text (self, name);
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    add_string (self, mdg_language_get_code (i), words);
  json_builder_end_object (self->builder);
}

/* Each format has one "%s", which is not left to printf: the words come from people. */
static void
add_text (Writer *self, const char *name, const Format *format, const MdgGuideText *words)
{
  begin_text (self, name);
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    {
      const char *gap = strstr (format->in[i], "%s");
      g_autofree char *before = g_strndup (format->in[i], gap - format->in[i]);
      g_autofree char *text = g_strconcat (before, words->in[i], gap + strlen ("%s"), NULL);

      add_string (self, mdg_language_get_code (i), text);
    }
  json_builder_end_object (self->builder);
}

static void
add_facility_text (Writer *self, const char *name, const Format *format)
{
  const MdgGuideText words = { .in = { self->facility, self->facility } };

  add_text (self, name, format, &words);
}

static void
add_basis (Writer *self)
{
  json_builder_set_member_name (self->builder, "source");
  json_builder_begin_array (self->builder);
  json_builder_add_string_value (self->builder, SOURCE_ID);
  json_builder_end_array (self->builder);
  json_builder_set_member_name (self->builder, "valid_from");
  json_builder_add_null_value (self->builder);
  json_builder_set_member_name (self->builder, "valid_until");
  json_builder_add_null_value (self->builder);
  add_facility_text (self, "doubt", &doubt_format);
}

static char *
digest (const char *text, guint n_chars)
{
  g_autofree char *whole = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (whole, n_chars);
}

/* The same checklist has the same id in every export of the facility, and never that of another. */
static char *
make_checklist_id (Writer *self, const MdgOwnList *list)
{
  gboolean is_own = mdg_own_id_is_own (list->id);
  const char *id = is_own ? list->id + strlen (MDG_OWN_PREFIX) : list->id;
  g_autofree char *whole = g_strdup_printf ("%s-%s%s", self->pack_id, is_own ? "" : "to-", id);
  g_autofree char *short_id = NULL;

  if (strlen (whole) <= MAX_ID_CHARS)
    return g_steal_pointer (&whole);
  short_id = digest (id, DIGEST_CHARS);

  return g_strdup_printf ("%s-to-%s", self->pack_id, short_id);
}

static void
add_item (Writer *self, const MdgOwnItem *item)
{
  g_autofree char *id = g_strdup_printf ("item-%lld", (long long) item->id);

  json_builder_begin_object (self->builder);
  add_string (self, "id", id);
  add_same_text (self, "text", item->text);
  add_basis (self);
  json_builder_end_object (self->builder);
}

static void
add_checklist (Writer *self, const MdgOwnList *list)
{
  const MdgChecklist *checklist =
    list->title == NULL ? mdg_guide_pack_find_checklist (self->pack, list->id) : NULL;
  g_autofree char *id = make_checklist_id (self, list);
  const MdgGuideText unknown = { .in = { list->id, list->id } };

  json_builder_begin_object (self->builder);
  add_string (self, "id", id);
  add_string (self, "icon", checklist != NULL ? checklist->icon : ICON);
  if (list->title != NULL)
    add_same_text (self, "title", list->title);
  else
    add_text (self, "title", &addition_format, checklist != NULL ? &checklist->title : &unknown);
  add_facility_text (self, "line", &line_format);
  json_builder_set_member_name (self->builder, "items");
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < list->items->len; i++)
    add_item (self, g_ptr_array_index (list->items, i));
  json_builder_end_array (self->builder);
  add_basis (self);
  json_builder_end_object (self->builder);
}

static guint
add_checklists (Writer *self, GPtrArray *lists)
{
  guint n = 0;

  json_builder_set_member_name (self->builder, "checklists");
  json_builder_begin_array (self->builder);
  for (guint i = 0; i < lists->len; i++)
    {
      const MdgOwnList *list = g_ptr_array_index (lists, i);

      if (list->items->len == 0)
        continue;
      add_checklist (self, list);
      n++;
    }
  json_builder_end_array (self->builder);

  return n;
}

static void
add_source (Writer *self, const char *date)
{
  json_builder_set_member_name (self->builder, "sources");
  json_builder_begin_array (self->builder);
  json_builder_begin_object (self->builder);
  add_string (self, "id", SOURCE_ID);
  add_facility_text (self, "title", &source_format);
  add_same_text (self, "publisher", self->facility);
  add_string (self, "date", date);
  json_builder_set_member_name (self->builder, "official");
  json_builder_add_boolean_value (self->builder, FALSE);
  json_builder_end_object (self->builder);
  json_builder_end_array (self->builder);
}

/* Another text is another version, also on the same day. */
static char *
make_version (GPtrArray *lists, const char *facility, MdgDay day)
{
  g_autoptr (GString) text = g_string_new (facility);
  g_autofree char *hash = NULL;
  g_autofree char *date = mdg_day_to_string (day);

  for (guint i = 0; i < lists->len; i++)
    {
      const MdgOwnList *list = g_ptr_array_index (lists, i);

      g_string_append_printf (text, "\n\n%s %s", list->id, list->title != NULL ? list->title : "");
      for (guint j = 0; j < list->items->len; j++)
        {
          const MdgOwnItem *item = g_ptr_array_index (list->items, j);

          g_string_append_printf (text, "\n%lld %s", (long long) item->id, item->text);
        }
    }
  hash = digest (text->str, 8);
  g_strdelimit (date, "-", '.');

  return g_strdup_printf ("%s-%s", date, hash);
}

/**
 * mdg_own_pack_write:
 * @lists: (element-type MdgOwnList): what the facility has added
 * @pack: the pack that it has added to, for the titles
 * @facility: the name under which it shares, as mdg_own_clean_text() gives it; not empty
 * @day: today
 * @n_checklists: (out) (optional): how many checklists are in it
 *
 * Writes a guide pack with checklists only, that passes every check of mdg_guide_pack_new_from_bytes().
 * Its source is the facility, and each item's doubt says so. Lists without items are left out.
 *
 * Returns: (transfer full) (nullable): the pack's text, or %NULL if there is nothing to share
 */
char *
mdg_own_pack_write (GPtrArray *lists,
                    const MdgGuidePack *pack,
                    const char *facility,
                    MdgDay day,
                    guint *n_checklists)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *hash = digest (facility, DIGEST_CHARS);
  g_autofree char *pack_id = g_strconcat ("own-", hash, NULL);
  g_autofree char *version = make_version (lists, facility, day);
  g_autofree char *date = mdg_day_to_string (day);
  g_autoptr (JsonNode) root = NULL;
  Writer writer = {
    .builder = builder,
    .pack = pack,
    .facility = facility,
    .pack_id = pack_id,
  };
  guint n;

  g_return_val_if_fail (*facility != '\0', NULL);

  json_builder_begin_object (builder);
  add_string (&writer, "format", "madoguchi-guide");
  json_builder_set_member_name (builder, "format_version");
  json_builder_add_int_value (builder, 1);
  add_string (&writer, "id", pack_id);
  add_string (&writer, "version", version);
  add_string (&writer, "date", date);
  add_facility_text (&writer, "title", &title_format);
  add_same_text (&writer, "publisher", facility);
  add_source (&writer, date);
  n = add_checklists (&writer, lists);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  if (n_checklists != NULL)
    *n_checklists = n;

  return n > 0 ? json_to_string (root, TRUE) : NULL;
}
