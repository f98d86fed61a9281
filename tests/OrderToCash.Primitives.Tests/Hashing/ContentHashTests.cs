using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public class ContentHashTests
{
    [Fact]
    public void The_hash_is_sha_256_in_lower_case()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.OfUtf8("abc"u8).Value);
        Assert.Throws<ArgumentException>(() => new ContentHash("BA7816"));
        Assert.True(default(ContentHash).IsNone);
    }

    [Theory]
    [InlineData("""{"b":1,"a":[true,null,"x"]}""", """ { "a" : [ true , null , "x" ] , "b" : 1 } """)]
    [InlineData("""{"n":1.50}""", """{"n":15e-1}""")]
    [InlineData("""{"n":100}""", """{"n":1e2}""")]
    [InlineData("""{"n":-0}""", """{"n":0.00}""")]
    [InlineData("\"\\u00e9\\/\"", "\"é/\"")]
    public void The_way_of_writing_does_not_matter(string one, string other) => Assert.Equal(Hash(one), Hash(other));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("""{"a":null}""", "{}")]
    [InlineData("[1,2]", "[12]")]
    [InlineData("\"a\"", "\"A\"")]
    public void Another_content_is_another_hash(string one, string other) => Assert.NotEqual(Hash(one), Hash(other));

    // RFC 8785, section 3.2.3: sorting by UTF-16 units, not by code points; section 3.2.2.2: escapes.
    [Fact]
    public void The_canonical_form_follows_rfc_8785_but_for_numbers()
    {
        const string Json = """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """;
        Assert.Equal("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
            + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}", Canonical(Json));
        Assert.Equal("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", Canonical("""  "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"  """));
        Assert.Equal("[9007199254740993,0.1,1234567890123456789012345678]", Canonical("[9007199254740993,0.10,1234567890123456789012345678]"));
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1e-40")]
    [InlineData("1e400")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("")]
    [InlineData("{}{}")]
    [InlineData("{'a':1}")]
    public void What_has_no_canonical_form_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Hash(json));

    [Fact]
    public void A_parsed_value_has_the_same_hash_as_its_text()
    {
        using var document = JsonDocument.Parse("""{"x":{"b":1,"a":2}}""");
        Assert.Equal(Hash("""{"a":2,"b":1}"""), ContentHash.OfJson(document.RootElement.GetProperty("x")));
        Assert.Throws<JsonException>(() => ContentHash.OfJson(default(JsonElement)));
    }

    [Fact]
    public void A_chain_breaks_at_the_entry_that_was_changed()
    {
        ContentHash[] entries = [Hash("1"), Hash("2"), Hash("3")];
        var chain = entries.Aggregate(new List<ContentHash> { default }, (links, e) => [.. links, ContentHash.Chain(links[^1], e)]);
        Assert.Equal(4, chain.Distinct().Count());
        Assert.NotEqual(ContentHash.Chain(entries[0], entries[1]), ContentHash.Chain(entries[1], entries[0]));
        Assert.Equal(chain[2], ContentHash.Chain(ContentHash.Chain(default, entries[0]), entries[1]));
        Assert.NotEqual(chain[2], ContentHash.Chain(ContentHash.Chain(default, Hash("9")), entries[1]));
        Assert.Throws<ArgumentException>(() => ContentHash.Chain(entries[0], default));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Objects)])]
    public void Shuffled_properties_and_indentation_change_nothing(JsonObject value, int seed)
    {
        var indented = Shuffled(value, new Random(seed)).ToJsonString(new() { WriteIndented = true });
        Assert.Equal(Hash(value.ToJsonString()), Hash(indented));
        Assert.Equal(Canonical(value.ToJsonString()), Canonical(Canonical(indented)));
    }

    private static JsonNode Shuffled(JsonNode node, Random random) => node is JsonObject o
        ? new JsonObject(o.OrderBy(_ => random.Next()).Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Shuffled(p.Value, random))).ToList())
        : node.DeepClone();

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(json)).Span);

    private static ContentHash Hash(string json) => ContentHash.OfJson(Encoding.UTF8.GetBytes(json));

    public static class Objects
    {
        private static Gen<JsonNode?> Node(int depth) => Gen.Frequency<JsonNode?>(
            (2, Gen.Choose(-1000, 1000).Select(x => (JsonNode?)JsonValue.Create(x))),
            (2, Gen.Elements("", "é", "😀", "\u0001", "a\"b\\").Select(x => (JsonNode?)JsonValue.Create(x))),
            (1, Gen.Elements(true, false).Select(x => (JsonNode?)JsonValue.Create(x))),
            (1, Gen.Constant<JsonNode?>(null)),
            (depth > 0 ? 2 : 0, Object(depth - 1).Select(x => (JsonNode?)x)));

        private static Gen<JsonObject> Object(int depth) =>
            from names in Gen.SubListOf("a", "b", "B", "é", "10", "9", "\uE000", "😀")
            from values in Gen.ListOf(depth < 0 ? Gen.Constant<JsonNode?>(null) : Node(depth), names.Count)
            select new JsonObject(names.Zip(values).Select(x => KeyValuePair.Create(x.First, x.Second?.DeepClone())).ToList());

        public static Arbitrary<JsonObject> Any { get; } = Arb.From(Object(3));
    }
}
