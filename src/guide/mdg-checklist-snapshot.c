/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-checklist-snapshot.h"

#include <string.h>

#include "guide/mdg-guide-json.h"
#include "guide/mdg-guide-pack-private.h"

/* The part of mdg-checklist-snapshot.h that reads. What it reads was written by this program, maybe
 * by a later version of it, and lay in a file since: whatever can be read of it is shown, and what
 * cannot is left out, because somebody wants to know what was done. */

#define MAX_SIZE (1024 * 1024)
#define MAX_ITEMS 300
#define MAX_SOURCES 200
#define MAX_CHARS 4000

struct _MdgChecklistSnapshot
{
  MdgGuidePack *pack; /* holds everything; it has passed no check, and is good for its names only */
  gboolean is_damaged;
};

G_DEFINE_BOXED_TYPE (MdgChecklistSnapshot,
                     mdg_checklist_snapshot,
                     mdg_checklist_snapshot_ref,
                     mdg_checklist_snapshot_unref)

static JsonObject *
get_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
get_length (JsonArray *array, guint max)
{
  return array != NULL ? MIN (json_array_get_length (array), max) : 0;
}

static JsonObject *
get_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_node_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/* An empty text is none. */
static const char *
read_string (MdgChecklistSnapshot *self, JsonObject *object, const char *name)
{
  const char *text = get_node_string (json_object_get_member (object, name));
  g_autofree char *shortened = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  if (g_utf8_strlen (text, -1) > MAX_CHARS)
    {
      self->is_damaged = TRUE;
      shortened = g_utf8_substring (text, 0, MAX_CHARS);
      text = shortened;
    }

  return g_string_chunk_insert_const (self->pack->strings, text);
}

/* Where one language is missing, the other is better than nothing. */
static gboolean
read_text (MdgChecklistSnapshot *self, JsonObject *object, const char *name, MdgGuideText *text)
{
  const char *any = NULL;

  object = get_object (object, name);
  if (object == NULL)
    return FALSE;

  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    {
      text->in[i] = read_string (self, object, mdg_language_get_code (i));
      any = any != NULL ? any : text->in[i];
    }
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    text->in[i] = text->in[i] != NULL ? text->in[i] : any;

  return any != NULL;
}

static void
fill_text (MdgChecklistSnapshot *self, MdgGuideText *text, const char *words)
{
  self->is_damaged = TRUE;
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    text->in[i] = words;
}

static MdgDay
read_day (JsonObject *object, const char *name)
{
  const char *text = get_node_string (json_object_get_member (object, name));
  MdgDay day = MDG_DAY_NONE;

  if (text != NULL && !mdg_day_parse (text, &day))
    return MDG_DAY_NONE;

  return day;
}

static void
read_basis (MdgChecklistSnapshot *self, JsonObject *object, MdgGuideBasis *basis)
{
  JsonArray *ids = get_array (object, "source");

  basis->sources = g_ptr_array_new ();
  for (guint i = 0; i < get_length (ids, MAX_SOURCES); i++)
    {
      const char *id = get_node_string (json_array_get_element (ids, i));
      const MdgGuideSource *source =
        id != NULL ? mdg_guide_pack_find_source (self->pack, id) : NULL;

      if (source != NULL)
        g_ptr_array_add (basis->sources, (gpointer) source);
      else
        self->is_damaged = TRUE;
    }
  basis->valid_from = read_day (object, "valid_from");
  basis->valid_until = read_day (object, "valid_until");
  read_text (self, object, "doubt", &basis->doubt);
}

static void
read_source (MdgChecklistSnapshot *self, JsonObject *object)
{
  g_autofree MdgGuideSource *source = g_new0 (MdgGuideSource, 1);
  JsonNode *page;

  source->id = object != NULL ? read_string (self, object, "id") : NULL;
  if (source->id == NULL || !read_text (self, object, "title", &source->title))
    {
      self->is_damaged = TRUE;
      return;
    }

  if (!read_text (self, object, "publisher", &source->publisher))
    fill_text (self, &source->publisher, "?");
  source->url = read_string (self, object, "url");
  source->edition = read_string (self, object, "edition");
  page = json_object_get_member (object, "page");
  if (page != NULL && JSON_NODE_HOLDS_VALUE (page) &&
      json_node_get_value_type (page) == G_TYPE_INT64)
    source->page = (guint) CLAMP (json_node_get_int (page), 0, G_MAXINT16);
  source->date = read_day (object, "date");
  source->official = get_boolean (object, "official");
  g_ptr_array_add (self->pack->sources, g_steal_pointer (&source));
}

static void
read_item (MdgChecklistSnapshot *self, JsonObject *object, MdgChecklist *checklist)
{
  const char *id = object != NULL ? read_string (self, object, "id") : NULL;
  MdgGuideText text = { 0 };
  MdgChecklistItem *item;

  if (id == NULL || !read_text (self, object, "text", &text) ||
      mdg_checklist_find_item (checklist, id) != NULL)
    {
      self->is_damaged = TRUE;
      return;
    }

  item = g_new0 (MdgChecklistItem, 1);
  item->id = id;
  item->text = text;
  item->is_own = get_boolean (object, "own");
  read_text (self, object, "help", &item->help);
  read_basis (self, object, &item->basis);
  g_ptr_array_add (checklist->items, item);
}

static void
read_checklist (MdgChecklistSnapshot *self, JsonObject *object)
{
  MdgChecklist *checklist = g_new0 (MdgChecklist, 1);
  JsonArray *items = get_array (object, "items");

  checklist->pack = self->pack;
  checklist->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_checklist_item_free);
  g_ptr_array_add (self->pack->checklists, checklist);
  checklist->id = read_string (self, object, "id");
  if (checklist->id == NULL)
    {
      self->is_damaged = TRUE;
      checklist->id = "?";
    }
  checklist->icon = read_string (self, object, "icon");
  if (checklist->icon == NULL)
    checklist->icon = "mdg-checklists-symbolic";
  if (!read_text (self, object, "title", &checklist->title))
    fill_text (self, &checklist->title, checklist->id);
  if (!read_text (self, object, "line", &checklist->line))
    fill_text (self, &checklist->line, "");
  read_basis (self, object, &checklist->basis);

  if (items != NULL && json_array_get_length (items) > MAX_ITEMS)
    self->is_damaged = TRUE;
  for (guint i = 0; i < get_length (items, MAX_ITEMS); i++)
    read_item (self, get_element (items, i), checklist);
}

/* What a checklist of the facility's own is said to come from. */
static const MdgGuideText own_title = {
  .in = { [MDG_LANGUAGE_JAPANESE] = "施設で作成したチェックリスト",
          [MDG_LANGUAGE_ENGLISH] = "The facility’s own checklists" },
};

static void
read_pack (MdgChecklistSnapshot *self, JsonObject *object)
{
  MdgGuidePack *pack = self->pack;

  pack->title = own_title;
  pack->publisher = own_title;
  pack->id = "";
  pack->version = "";
  if (object == NULL)
    return;

  pack->id = read_string (self, object, "id");
  pack->version = read_string (self, object, "version");
  pack->date = read_day (object, "date");
  if (pack->id == NULL || pack->version == NULL)
    {
      self->is_damaged = TRUE;
      pack->id = "?";
      pack->version = "?";
    }
  if (!read_text (self, object, "title", &pack->title))
    fill_text (self, &pack->title, pack->id);
  if (!read_text (self, object, "publisher", &pack->publisher))
    fill_text (self, &pack->publisher, "?");
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = mdg_guide_problems_new ();
  g_autoptr (JsonNode) root = NULL;

  if (g_bytes_get_size (bytes) > MAX_SIZE)
    return NULL;
  root = mdg_guide_json_parse (bytes, problems);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&root) : NULL;
}

/**
 * mdg_checklist_snapshot_new_from_text:
 * @text: what mdg_checklist_snapshot_write() gave, or what has become of it
 *
 * Reads a snapshot. Fields of later versions are passed over, and what is damaged is left out.
 *
 * Returns: (transfer full) (nullable): the checklist, with one item at the least, or %NULL if nothing
 *   of it can be read
 */
MdgChecklistSnapshot *
mdg_checklist_snapshot_new_from_text (const char *text)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (MdgChecklistSnapshot) self = NULL;
  JsonObject *object;
  JsonArray *sources;

  g_return_val_if_fail (text != NULL, NULL);

  root = parse (text);
  object = root != NULL ? json_node_get_object (root) : NULL;
  if (object == NULL || get_object (object, "checklist") == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (MdgChecklistSnapshot);
  self->pack = mdg_guide_pack_new_empty ();
  read_pack (self, get_object (object, "pack"));
  sources = get_array (object, "sources");
  for (guint i = 0; i < get_length (sources, MAX_SOURCES); i++)
    read_source (self, get_element (sources, i));
  read_checklist (self, get_object (object, "checklist"));

  return mdg_checklist_snapshot_get_checklist (self)->items->len > 0 ? g_steal_pointer (&self)
                                                                     : NULL;
}

/**
 * mdg_checklist_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self with one more reference
 */
MdgChecklistSnapshot *
mdg_checklist_snapshot_ref (MdgChecklistSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MdgChecklistSnapshot *self = data;

  mdg_guide_pack_unref (self->pack);
}

/**
 * mdg_checklist_snapshot_unref:
 * @self: (transfer full): a snapshot
 *
 * Drops a reference; the last one frees the checklist.
 */
void
mdg_checklist_snapshot_unref (MdgChecklistSnapshot *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * mdg_checklist_snapshot_get_checklist:
 * @self: a snapshot
 *
 * Returns: (transfer none): the checklist, which lives as long as @self; its pack has but id, version,
 *   date, title and publisher of the pack it was taken from, and the facility's own has no id
 */
const MdgChecklist *
mdg_checklist_snapshot_get_checklist (const MdgChecklistSnapshot *self)
{
  return g_ptr_array_index (self->pack->checklists, 0);
}

/**
 * mdg_checklist_snapshot_is_damaged:
 * @self: a snapshot
 *
 * Returns: whether something of it could not be read and was left out
 */
gboolean
mdg_checklist_snapshot_is_damaged (const MdgChecklistSnapshot *self)
{
  return self->is_damaged;
}
