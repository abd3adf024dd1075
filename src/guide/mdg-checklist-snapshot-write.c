/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-checklist-snapshot.h"

#include <json-glib/json-glib.h>

/* The part of mdg-checklist-snapshot.h that writes. The form is the guide pack's where the two hold
 * the same, so that whoever can read one can read the other; nothing but this program reads it. */

#define OWN_ICON "mdg-checklists-symbolic"

/* Of a facility's own checklist nothing is said but what it wrote itself. */
static const MdgGuideText own_line = {
  .in = { [MDG_LANGUAGE_JAPANESE] = "施設で作成したチェックリスト",
          [MDG_LANGUAGE_ENGLISH] = "A checklist of the facility’s own" },
};

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_text (JsonBuilder *builder, const char *name, const MdgGuideText *text)
{
  if (text->in[0] == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    add_string (builder, mdg_language_get_code (i), text->in[i]);
  json_builder_end_object (builder);
}

/* The facility writes in one language: it is what is shown in either. */
static void
add_own_text (JsonBuilder *builder, const char *name, const char *text)
{
  const MdgGuideText both = { .in = { text, text } };

  add_text (builder, name, &both);
}

static void
add_day (JsonBuilder *builder, const char *name, MdgDay day)
{
  g_autofree char *text = day != MDG_DAY_NONE ? mdg_day_to_string (day) : NULL;

  add_string (builder, name, text);
}

static void
add_basis (JsonBuilder *builder, const MdgGuideBasis *basis, GPtrArray *sources)
{
  json_builder_set_member_name (builder, "source");
  json_builder_begin_array (builder);
  for (guint i = 0; i < basis->sources->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (basis->sources, i);

      json_builder_add_string_value (builder, source->id);
      if (!g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, (gpointer) source);
    }
  json_builder_end_array (builder);

  add_day (builder, "valid_from", basis->valid_from);
  add_day (builder, "valid_until", basis->valid_until);
  add_text (builder, "doubt", &basis->doubt);
}

static void
add_items (JsonBuilder *builder,
           const MdgChecklist *checklist,
           const MdgOwnList *own,
           MdgDay day,
           GPtrArray *sources)
{
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; checklist != NULL && i < checklist->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist->items, i);

      /* What does not hold on the day that it is begun is not to be worked through. */
      if (day != MDG_DAY_NONE && !mdg_guide_basis_holds_on (&item->basis, day))
        continue;
      json_builder_begin_object (builder);
      add_string (builder, "id", item->id);
      add_text (builder, "text", &item->text);
      add_text (builder, "help", &item->help);
      add_basis (builder, &item->basis, sources);
      json_builder_end_object (builder);
    }
  for (guint i = 0; own != NULL && i < own->items->len; i++)
    {
      const MdgOwnItem *item = g_ptr_array_index (own->items, i);
      g_autofree char *id = mdg_own_item_dup_id (item);

      json_builder_begin_object (builder);
      add_string (builder, "id", id);
      add_own_text (builder, "text", item->text);
      json_builder_set_member_name (builder, "own");
      json_builder_add_boolean_value (builder, TRUE);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_checklist (JsonBuilder *builder,
               const MdgChecklist *checklist,
               const MdgOwnList *own,
               MdgDay day,
               GPtrArray *sources)
{
  json_builder_set_member_name (builder, "checklist");
  json_builder_begin_object (builder);
  if (checklist != NULL)
    {
      add_string (builder, "id", checklist->id);
      add_string (builder, "icon", checklist->icon);
      add_text (builder, "title", &checklist->title);
      add_text (builder, "line", &checklist->line);
      add_basis (builder, &checklist->basis, sources);
    }
  else
    {
      add_string (builder, "id", own->id);
      add_string (builder, "icon", OWN_ICON);
      add_own_text (builder, "title", own->title != NULL ? own->title : own->id);
      add_text (builder, "line", &own_line);
    }
  add_items (builder, checklist, own, day, sources);
  json_builder_end_object (builder);
}

static void
add_source (JsonBuilder *builder, const MdgGuideSource *source)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", source->id);
  add_text (builder, "title", &source->title);
  add_text (builder, "publisher", &source->publisher);
  add_string (builder, "url", source->url);
  add_string (builder, "edition", source->edition);
  if (source->page > 0)
    {
      json_builder_set_member_name (builder, "page");
      json_builder_add_int_value (builder, source->page);
    }
  add_day (builder, "date", source->date);
  json_builder_set_member_name (builder, "official");
  json_builder_add_boolean_value (builder, source->official);
  json_builder_end_object (builder);
}

static void
add_pack (JsonBuilder *builder, const MdgGuidePack *pack)
{
  if (pack == NULL)
    return;

  json_builder_set_member_name (builder, "pack");
  json_builder_begin_object (builder);
  add_string (builder, "id", mdg_guide_pack_get_id (pack));
  add_string (builder, "version", mdg_guide_pack_get_version (pack));
  add_day (builder, "date", mdg_guide_pack_get_date (pack));
  add_text (builder, "title", mdg_guide_pack_get_title (pack));
  add_text (builder, "publisher", mdg_guide_pack_get_publisher (pack));
  json_builder_end_object (builder);
}

/**
 * mdg_checklist_snapshot_write:
 * @checklist: (nullable): a checklist of a guide pack
 * @own: (nullable): what the facility has added to @checklist, or a checklist of its own
 * @day: the day on which it is begun; items that do not hold on it are left out. %MDG_DAY_NONE for
 *   all items
 *
 * Writes down a checklist as it is now, for a run to keep. One of @checklist and @own must be given.
 * The same checklist gives the same text each time.
 *
 * Returns: (transfer full): the text, for mdg_checklist_snapshot_new_from_text()
 */
char *
mdg_checklist_snapshot_write (const MdgChecklist *checklist, const MdgOwnList *own, MdgDay day)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (checklist != NULL || own != NULL, NULL);

  json_builder_begin_object (builder);
  add_string (builder, "format", "madoguchi-checklist");
  json_builder_set_member_name (builder, "format_version");
  json_builder_add_int_value (builder, 1);
  add_pack (builder, checklist != NULL ? checklist->pack : NULL);
  add_checklist (builder, checklist, own, day, sources);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    add_source (builder, g_ptr_array_index (sources, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
