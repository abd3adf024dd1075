/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-reader.h"

#include <glib/gi18n.h>

#include "core/mdg-run.h"
#include "guide/mdg-drill.h"
#include "guide/mdg-guide-json.h"
#include "guide/mdg-guide-pack-private.h"

/* Turns JSON that fits the schema into a pack, and resolves what the schema cannot: ids. */
typedef struct
{
  MdgGuidePack *pack;
  GPtrArray *problems;
} Reader;

typedef const char *(*GetId) (guint value);

static const char *
intern (Reader *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->pack->strings, text) : NULL;
}

static const char *
read_string (Reader *self, JsonObject *object, const char *name)
{
  return intern (self, json_object_get_string_member_with_default (object, name, NULL));
}

static void
read_text (Reader *self, JsonObject *object, const char *name, MdgGuideText *text)
{
  if (!json_object_has_member (object, name))
    return;

  object = json_object_get_object_member (object, name);
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    text->in[i] = read_string (self, object, mdg_language_get_code (i));
}

static MdgDay
read_day (JsonObject *object, const char *name)
{
  const char *text = json_object_get_string_member_with_default (object, name, NULL);
  MdgDay day = MDG_DAY_NONE;

  if (text != NULL)
    mdg_day_parse (text, &day);

  return day;
}

static guint
read_enum (JsonObject *object, const char *name, GetId get_id, guint n_values)
{
  const char *id = json_object_get_string_member (object, name);

  for (guint i = 0; i < n_values; i++)
    if (g_str_equal (get_id (i), id))
      return i;

  g_return_val_if_reached (0);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;
}

static guint
get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static void
add_unknown_id (Reader *self, const char *path, const char *id)
{
  g_autofree char *excerpt = mdg_guide_json_excerpt (id);

  mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_REFERENCE, path,
                          g_strdup_printf (_ ("Nothing in the pack has the id “%s”."), excerpt),
                          _ ("Correct the id, or add what it names."));
}

/* A doubt makes up for a source that cannot be looked up; silence does not. */
static void
check_sources (Reader *self, const MdgGuideBasis *basis, const char *path)
{
  for (guint i = 0; i < basis->sources->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (basis->sources, i);

      if (source->url != NULL || source->edition != NULL)
        return;
    }

  if (basis->sources->len > 0 && basis->doubt.in[0] == NULL)
    {
      g_autofree char *source_path = g_strconcat (path, ".source", NULL);

      mdg_guide_problems_add (
        self->problems, MDG_GUIDE_RULE_SOURCE, source_path,
        g_strdup (_ ("None of the sources has an address or an edition.")),
        _ ("Name a source that can be looked up, or say in “doubt” what is uncertain."));
    }
}

static void
read_basis (Reader *self, JsonObject *object, const char *path, MdgGuideBasis *basis)
{
  JsonArray *ids = json_object_get_array_member (object, "source");

  basis->sources = g_ptr_array_new ();
  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      const char *id = json_array_get_string_element (ids, i);
      const MdgGuideSource *source = mdg_guide_pack_find_source (self->pack, id);

      if (source != NULL)
        g_ptr_array_add (basis->sources, (gpointer) source);
      else
        {
          g_autofree char *id_path = g_strdup_printf ("%s.source[%u]", path, i);

          add_unknown_id (self, id_path, id);
        }
    }

  basis->valid_from = read_day (object, "valid_from");
  basis->valid_until = read_day (object, "valid_until");
  read_text (self, object, "doubt", &basis->doubt);
  check_sources (self, basis, path);

  if (basis->valid_from != MDG_DAY_NONE && basis->valid_until != MDG_DAY_NONE &&
      basis->valid_from > basis->valid_until)
    {
      g_autofree char *until_path = g_strconcat (path, ".valid_until", NULL);

      mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_DATE, until_path,
                              g_strdup (_ ("It ends before it begins.")),
                              _ ("Correct “valid_from” or “valid_until”."));
    }
}

static guint
read_contacts (JsonObject *object)
{
  JsonArray *ids = get_array (object, "contacts");
  guint contacts = 0;

  for (guint i = 0; i < get_length (ids); i++)
    for (guint kind = 0; kind < MDG_N_CONTACTS; kind++)
      if (g_str_equal (json_array_get_string_element (ids, i), mdg_contact_kind_get_id (kind)))
        contacts |= 1u << kind;

  return contacts;
}

static GPtrArray *
read_checklist_ids (Reader *self, JsonObject *object, const char *path)
{
  JsonArray *ids = get_array (object, "checklists");
  GPtrArray *checklists = g_ptr_array_new ();

  for (guint i = 0; i < get_length (ids); i++)
    {
      const char *id = intern (self, json_array_get_string_element (ids, i));

      if (mdg_guide_pack_find_checklist (self->pack, id) == NULL)
        {
          g_autofree char *id_path = g_strdup_printf ("%s.checklists[%u]", path, i);

          add_unknown_id (self, id_path, id);
        }
      g_ptr_array_add (checklists, (gpointer) id);
    }

  return checklists;
}

/* Adds @id to @seen, or says that it was there. */
static void
check_unique (Reader *self, GHashTable *seen, const char *id, const char *path)
{
  g_autofree char *excerpt = NULL;
  g_autofree char *id_path = NULL;

  if (g_hash_table_add (seen, (gpointer) id))
    return;

  excerpt = mdg_guide_json_excerpt (id);
  id_path = g_strconcat (path, ".id", NULL);
  mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_DUPLICATE_ID, id_path,
                          g_strdup_printf (_ ("The id “%s” is taken already."), excerpt),
                          _ ("Give every entry of the list an id of its own."));
}

static void
read_source (Reader *self, JsonObject *object, const char *path)
{
  MdgGuideSource *source = g_new0 (MdgGuideSource, 1);

  source->id = read_string (self, object, "id");
  read_text (self, object, "title", &source->title);
  read_text (self, object, "publisher", &source->publisher);
  source->url = read_string (self, object, "url");
  source->edition = read_string (self, object, "edition");
  source->page = json_object_get_int_member_with_default (object, "page", 0);
  source->date = read_day (object, "date");
  source->official = json_object_get_boolean_member (object, "official");
  g_ptr_array_add (self->pack->sources, source);
}

static void
read_group (Reader *self, JsonObject *object, const char *path)
{
  MdgGuideGroup *group = g_new0 (MdgGuideGroup, 1);

  group->id = read_string (self, object, "id");
  read_text (self, object, "title", &group->title);
  g_ptr_array_add (self->pack->groups, group);
}

static gboolean
has_group (Reader *self, const char *id)
{
  for (guint i = 0; i < self->pack->groups->len; i++)
    {
      const MdgGuideGroup *group = g_ptr_array_index (self->pack->groups, i);

      if (g_str_equal (group->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
read_survey (Reader *self, JsonObject *object, const char *path, MdgSituation *situation)
{
  JsonObject *survey;

  if (!json_object_has_member (object, "survey"))
    return;

  survey = json_object_get_object_member (object, "survey");
  situation->share = read_string (self, survey, "share");
  situation->share_source =
    mdg_guide_pack_find_source (self->pack, json_object_get_string_member (survey, "source"));
  if (situation->share_source == NULL)
    {
      g_autofree char *source_path = g_strconcat (path, ".survey.source", NULL);

      add_unknown_id (self, source_path, json_object_get_string_member (survey, "source"));
    }
}

static void
read_situation (Reader *self, JsonObject *object, const char *path)
{
  MdgSituation *situation = g_new0 (MdgSituation, 1);

  situation->id = read_string (self, object, "id");
  situation->group = read_string (self, object, "group");
  situation->icon = read_string (self, object, "icon");
  read_text (self, object, "title", &situation->title);
  read_text (self, object, "line", &situation->line);
  read_text (self, object, "keywords", &situation->keywords);
  read_survey (self, object, path, situation);
  situation->start = read_string (self, object, "start");
  situation->contacts = read_contacts (object);
  situation->checklists = read_checklist_ids (self, object, path);
  read_basis (self, object, path, &situation->basis);
  g_ptr_array_add (self->pack->situations, situation);

  if (!has_group (self, situation->group))
    {
      g_autofree char *group_path = g_strconcat (path, ".group", NULL);

      add_unknown_id (self, group_path, situation->group);
    }
}

static void
read_choices (Reader *self, JsonObject *object, const char *path, MdgNode *node)
{
  JsonArray *choices = json_object_get_array_member (object, "choices");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (choices); i++)
    {
      JsonObject *element = json_array_get_object_element (choices, i);
      g_autofree char *choice_path = g_strdup_printf ("%s.choices[%u]", path, i);
      MdgChoice *choice = g_new0 (MdgChoice, 1);

      choice->id = read_string (self, element, "id");
      read_text (self, element, "text", &choice->text);
      read_text (self, element, "detail", &choice->detail);
      choice->next = read_string (self, element, "next");
      g_ptr_array_add (node->choices, choice);
      check_unique (self, seen, choice->id, choice_path);
    }
}

static void
add_node (Reader *self, MdgNode *node, JsonObject *object, const char *path)
{
  GPtrArray *versions;

  node->id = read_string (self, object, "id");
  read_text (self, object, "help", &node->help);
  read_basis (self, object, path, &node->basis);
  g_ptr_array_add (self->pack->nodes, node);

  versions = g_hash_table_lookup (self->pack->versions, node->id);
  if (versions == NULL)
    {
      versions = g_ptr_array_new ();
      g_hash_table_insert (self->pack->versions, (gpointer) node->id, versions);
    }
  g_ptr_array_add (versions, node);
}

static void
read_question (Reader *self, JsonObject *object, const char *path)
{
  MdgNode *node = g_new0 (MdgNode, 1);

  node->type = MDG_NODE_QUESTION;
  node->choices = g_ptr_array_new_with_free_func (g_free);
  node->checklists = g_ptr_array_new ();
  read_text (self, object, "text", &node->text);
  read_choices (self, object, path, node);
  add_node (self, node, object, path);
}

static const char *
get_tone_id (guint tone)
{
  static const char *const ids[] = { "proceed", "caution", "stop" };

  return ids[tone];
}

static void
read_outcome (Reader *self, JsonObject *object, const char *path)
{
  MdgNode *node = g_new0 (MdgNode, 1);

  node->type = MDG_NODE_OUTCOME;
  node->choices = g_ptr_array_new ();
  node->tone = read_enum (object, "tone", get_tone_id, MDG_TONE_STOP + 1);
  read_text (self, object, "title", &node->text);
  read_text (self, object, "say", &node->say);
  read_text (self, object, "charge", &node->charge);
  read_text (self, object, "claim", &node->claim);
  read_text (self, object, "note", &node->note);
  read_text (self, object, "next_time", &node->next_time);
  read_text (self, object, "form", &node->form);
  node->contacts = read_contacts (object);
  node->checklists = read_checklist_ids (self, object, path);
  add_node (self, node, object, path);
}

static void
read_checklist (Reader *self, JsonObject *object, const char *path)
{
  MdgChecklist *checklist = g_new0 (MdgChecklist, 1);
  JsonArray *items = json_object_get_array_member (object, "items");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  checklist->pack = self->pack;
  checklist->id = read_string (self, object, "id");
  checklist->icon = read_string (self, object, "icon");
  read_text (self, object, "title", &checklist->title);
  read_text (self, object, "line", &checklist->line);
  read_basis (self, object, path, &checklist->basis);
  checklist->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_checklist_item_free);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *element = json_array_get_object_element (items, i);
      g_autofree char *item_path = g_strdup_printf ("%s.items[%u]", path, i);
      MdgChecklistItem *item = g_new0 (MdgChecklistItem, 1);

      item->id = read_string (self, element, "id");
      read_text (self, element, "text", &item->text);
      read_text (self, element, "help", &item->help);
      read_basis (self, element, item_path, &item->basis);
      g_ptr_array_add (checklist->items, item);
      check_unique (self, seen, item->id, item_path);
    }

  g_ptr_array_add (self->pack->checklists, checklist);
}

static const char *
get_audience_id (guint audience)
{
  return mdg_audience_get_id (audience);
}

static const char *
get_outreach_state_id (guint state)
{
  return mdg_outreach_state_get_id (state);
}

static const char *
get_material_kind_id (guint kind)
{
  return mdg_material_kind_get_id (kind);
}

static void
read_outreach_item (Reader *self, JsonObject *object, const char *path)
{
  MdgOutreachItem *item = g_new0 (MdgOutreachItem, 1);

  item->id = read_string (self, object, "id");
  item->audience = read_enum (object, "audience", get_audience_id, MDG_N_AUDIENCES);
  item->state = read_enum (object, "state", get_outreach_state_id, MDG_N_OUTREACH_STATES);
  read_text (self, object, "timing", &item->timing);
  read_text (self, object, "text", &item->text);
  read_basis (self, object, path, &item->basis);
  g_ptr_array_add (self->pack->outreach, item);
}

static void
read_material (Reader *self, JsonObject *object, const char *path)
{
  MdgMaterial *material = g_new0 (MdgMaterial, 1);

  material->id = read_string (self, object, "id");
  material->kind = read_enum (object, "kind", get_material_kind_id, MDG_N_MATERIAL_KINDS);
  material->audience = read_enum (object, "audience", get_audience_id, MDG_N_AUDIENCES);
  read_text (self, object, "text", &material->text);
  read_basis (self, object, path, &material->basis);
  g_ptr_array_add (self->pack->materials, material);
}

/* The drill's own situation among them would say nothing, and is a slip. */
static GPtrArray *
read_also (Reader *self, JsonObject *object, const char *path, const char *own)
{
  JsonArray *ids = get_array (object, "also");
  GPtrArray *also = g_ptr_array_new ();

  for (guint i = 0; i < get_length (ids); i++)
    {
      const char *id = intern (self, json_array_get_string_element (ids, i));
      g_autofree char *id_path = g_strdup_printf ("%s.also[%u]", path, i);

      if (mdg_guide_pack_find_situation (self->pack, id) == NULL)
        add_unknown_id (self, id_path, id);
      else if (g_str_equal (id, own))
        mdg_guide_problems_add (self->problems, MDG_GUIDE_RULE_DRILL, id_path,
                                g_strdup_printf (_ ("“%s” is the drill’s own situation."), id),
                                _ ("Name other situations, or leave it out."));
      g_ptr_array_add (also, (gpointer) id);
    }

  return also;
}

static void
read_drill (Reader *self, JsonObject *object, const char *path)
{
  MdgDrill *drill = g_new0 (MdgDrill, 1);
  JsonArray *choices = json_object_get_array_member (object, "path");

  drill->id = read_string (self, object, "id");
  drill->level = json_object_get_int_member (object, "level");
  drill->situation = read_string (self, object, "situation");
  drill->also = read_also (self, object, path, drill->situation);
  read_text (self, object, "age", &drill->age);
  read_text (self, object, "visit", &drill->visit);
  read_text (self, object, "brought", &drill->brought);
  read_text (self, object, "shows", &drill->shows);
  drill->path = g_ptr_array_new ();
  for (guint i = 0; i < json_array_get_length (choices); i++)
    g_ptr_array_add (drill->path,
                     (gpointer) intern (self, json_array_get_string_element (choices, i)));
  drill->outcome = read_string (self, object, "outcome");
  read_text (self, object, "why", &drill->why);
  read_basis (self, object, path, &drill->basis);
  g_ptr_array_add (self->pack->drills, drill);

  if (mdg_guide_pack_find_situation (self->pack, drill->situation) == NULL)
    {
      g_autofree char *situation_path = g_strconcat (path, ".situation", NULL);

      add_unknown_id (self, situation_path, drill->situation);
    }
}

/* Nodes alone may share an id: they are versions of each other. */
static void
read_list (Reader *self,
           JsonObject *root,
           const char *name,
           gboolean ids_are_unique,
           void (*read_element) (Reader *, JsonObject *, const char *))
{
  JsonArray *array = get_array (root, name);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *path = g_strdup_printf ("$.%s[%u]", name, i);

      read_element (self, object, path);
      if (ids_are_unique)
        check_unique (self, seen, json_object_get_string_member (object, "id"), path);
    }
}

/* Every part of a pack may be left out, but not all of them. */
static void
check_is_filled (Reader *self)
{
  const MdgGuidePack *pack = self->pack;

  if (pack->situations->len + pack->checklists->len + pack->outreach->len + pack->materials->len ==
      0)
    mdg_guide_problems_add (
      self->problems, MDG_GUIDE_RULE_MISSING_FIELD, "$",
      g_strdup (_ ("The pack has no procedures, no checklists and no outreach.")),
      _ ("Add “checklists”, or “situations” with what belongs to them."));
}

/**
 * mdg_guide_reader_read:
 * @root: the root of a pack that fits the schema
 * @problems: (element-type MdgGuideProblem): where to say what is wrong
 *
 * Reads the pack. Ids that name nothing or are taken, dates that run backwards, sources that cannot
 * be looked up and emptiness are added to @problems; the procedures are left for
 * mdg_guide_checker_check().
 *
 * Returns: (transfer full): the pack, to be thrown away if anything was added to @problems
 */
MdgGuidePack *
mdg_guide_reader_read (JsonObject *root, GPtrArray *problems)
{
  Reader reader = { .pack = mdg_guide_pack_new_empty (), .problems = problems };
  MdgGuidePack *pack = reader.pack;

  pack->id = read_string (&reader, root, "id");
  pack->version = read_string (&reader, root, "version");
  pack->date = read_day (root, "date");
  pack->covers_from = read_day (root, "covers_from");
  read_text (&reader, root, "title", &pack->title);
  read_text (&reader, root, "publisher", &pack->publisher);
  read_text (&reader, root, "order_note", &pack->order_note);

  /* What is named comes before what names it. */
  read_list (&reader, root, "sources", TRUE, read_source);
  read_list (&reader, root, "groups", TRUE, read_group);
  read_list (&reader, root, "checklists", TRUE, read_checklist);
  read_list (&reader, root, "situations", TRUE, read_situation);
  read_list (&reader, root, "questions", FALSE, read_question);
  read_list (&reader, root, "outcomes", FALSE, read_outcome);
  read_list (&reader, root, "outreach", TRUE, read_outreach_item);
  read_list (&reader, root, "materials", TRUE, read_material);
  read_list (&reader, root, "drills", TRUE, read_drill);
  check_is_filled (&reader);

  return pack;
}
