using System.Text.Json;

namespace OrderToCash.Json.Tests;

/// <summary>What readers forgive and what they refuse, the same in both sets of options.</summary>
public class OptionsTests
{
    private const string Claim = """{"structuredReference":"RF18539007547034","documentNumber":"1","amount":"12.50 EUR","keptBack":null,"keptBackReason":""}""";

    public static TheoryData<bool> Both => [true, false];

    [Theory, MemberData(nameof(Both))]
    public void Names_are_camel_case_and_amounts_are_text(bool generated)
    {
        var claim = new RemittanceClaim { StructuredReference = "RF18539007547034", DocumentNumber = "1", Amount = Money.Of(12.5m, Currency.Eur) };
        Assert.Equal(Claim, JsonSerializer.Serialize(claim, Options(generated)));
    }

    [Theory, MemberData(nameof(Both))]
    public void Stored_forms_may_have_more_or_fewer_optional_members(bool generated)
    {
        var read = JsonSerializer.Deserialize<RemittanceClaim>("""{"documentNumber":"1","addedLater":{"a":[1]}}""", Options(generated));
        Assert.Equal(new RemittanceClaim { DocumentNumber = "1" }, read);
        var instalment = JsonSerializer.Deserialize<Instalment>("""{"number":1,"dueDate":"2010-12-31","amount":"1.00 EUR","discounts":null}""", Options(generated));
        Assert.Equal(0, instalment!.Discounts.Count);
    }

    [Theory]
    [InlineData("""{"number":"1","dueDate":"2010-12-31","amount":"1.00 EUR"}""")]
    [InlineData("""{"number":1,"dueDate":"2010-12-31"}""")]
    [InlineData("""{"number":1,"dueDate":"2010-02-30","amount":"1.00 EUR"}""")]
    [InlineData("""{"number":1,"dueDate":20101231,"amount":"1.00 EUR"}""")]
    [InlineData("""{"number":1,"dueDate":"2010-12-31","amount":1.00}""")]
    [InlineData("""{"number":1,"number":2,"dueDate":"2010-12-31","amount":"1.00 EUR"}""")]
    [InlineData("""{"number":1,"Number":1,"dueDate":"31.12.2010","amount":"1.00 EUR"}""")]
    [InlineData("""{"number":1,"dueDate":"2010-12-31","amount":"1.00 EUR",}""")]
    public void Everything_else_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Instalment>(json, Options(true)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Instalment>(json, Options(false)));
    }

    [Theory, MemberData(nameof(Both))]
    public void Null_is_refused_where_the_type_has_none(bool generated) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Party>("""{"name":"x","address":null}""", Options(generated)));

    [Theory, MemberData(nameof(Both))]
    public void An_enum_without_a_converter_of_its_own_is_text(bool generated) =>
        Assert.Equal("\"NotFound\"", JsonSerializer.Serialize(ErrorKind.NotFound, Options(generated)));

    [Fact]
    public void Times_are_invariant_text()
    {
        Assert.Equal("\"2010-12-01T08:26:00.000000001Z\"", JsonSerializer.Serialize(Instant.FromUtc(2010, 12, 1, 8, 26).PlusNanoseconds(1), OrderToCashJson.Options));
        Assert.Equal("\"2010-12-01\"", JsonSerializer.Serialize(new LocalDate(2010, 12, 1), OrderToCashJson.Options));
        Assert.Equal("null", JsonSerializer.Serialize<LocalDate?>(null, OrderToCashJson.Options));
        Assert.Equal("\"2010-12\"", JsonSerializer.Serialize(new YearMonth(2010, 12), OrderToCashJson.Options));
        Assert.Equal("\"36:00:00\"", JsonSerializer.Serialize(Duration.FromHours(36), OrderToCashJson.Options));
        Assert.Equal("\"P1M\"", JsonSerializer.Serialize(Period.FromMonths(1), OrderToCashJson.Options));
        var dated = new Dictionary<LocalDate, int> { [new(2010, 12, 1)] = 1 };
        Assert.Equal("{\"2010-12-01\":1}", JsonSerializer.Serialize(dated, OrderToCashJson.Options));
        Assert.Equal(dated, JsonSerializer.Deserialize<Dictionary<LocalDate, int>>("{\"2010-12-01\":1}", OrderToCashJson.Options));
    }

    [Fact]
    public void The_options_are_read_only_and_one()
    {
        Assert.Same(OrderToCashJson.Options, OrderToCashJson.Options);
        Assert.True(OrderToCashJson.Options.IsReadOnly);
        Assert.Throws<ArgumentNullException>(() => OrderToCashJson.Configure(null!));
    }

    private static JsonSerializerOptions Options(bool generated) => generated ? OrderToCashJsonContext.Default.Options : OrderToCashJson.Options;
}
