using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using static OrderToCash.Credit.Tests.ACreditAccount;

namespace OrderToCash.Credit.Tests;

public class StoredCreditTests
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new TextConverter<LocalDate>(LocalDatePattern.Iso),
            new TextConverter<Instant>(InstantPattern.ExtendedIso) },
    };

    [Property(MaxTest = 100, Arbitrary = [typeof(CreditCommand)])]
    public void Accounts_and_events_survive_storage(CreditCommand[] steps)
    {
        var account = With(1000);
        for (var i = 0; i < steps.Length; i++)
        {
            if (!steps[i].Run(account, i).TryGet(out var decision, out _)) continue;
            account = decision.State;
            Assert.Equal(account, Again(account));
            Assert.Equal(decision.Events, Again(decision.Events));
        }
    }

    [Fact]
    public void Another_text_is_no_limit() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CreditLimit>("\"0.00 EUR\""));

    private static T Again<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Options), Options)!;

    private sealed class TextConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
