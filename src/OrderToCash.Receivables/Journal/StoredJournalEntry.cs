using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace OrderToCash.Receivables;

/// <summary>The JSON form of an entry, the same under any options of the host: dates are ISO 8601 text.</summary>
internal sealed record StoredJournalEntry
{
    public required JournalEntryId Id { get; init; }
    public required LegalEntityId LegalEntity { get; init; }
    public required string FunctionalCurrency { get; init; }
    public required string Date { get; init; }
    public required string RecordedAt { get; init; }
    public required string Event { get; init; }
    public required Actor By { get; init; }
    public string? SourceDocument { get; init; }
    public CustomerId? Customer { get; init; }
    public JournalEntryId? Reverses { get; init; }
    public StoredJournalLink? Link { get; init; }
    public required StoredJournalLine[] Lines { get; init; }

    internal static StoredJournalEntry Of(JournalEntryFacts facts) => new()
    {
        Id = facts.Id,
        LegalEntity = facts.LegalEntity,
        FunctionalCurrency = StoredText.Write(facts.FunctionalCurrency),
        Date = LocalDatePattern.Iso.Format(facts.Date),
        RecordedAt = InstantPattern.ExtendedIso.Format(facts.RecordedAt),
        Event = facts.Event,
        By = facts.By,
        SourceDocument = facts.SourceDocument,
        Customer = facts.Customer.IsNone ? null : facts.Customer,
        Reverses = facts.Reverses.IsNone ? null : facts.Reverses,
        Link = facts.Link is { } link ? StoredJournalLink.Of(link) : null,
        Lines = [.. facts.Lines.Select(StoredJournalLine.Of)],
    };

    internal JournalEntryFacts ToFacts() => new()
    {
        Id = Id,
        LegalEntity = LegalEntity,
        FunctionalCurrency = StoredText.Read<Currency>(FunctionalCurrency),
        Date = Read(LocalDatePattern.Iso, Date),
        RecordedAt = Read(InstantPattern.ExtendedIso, RecordedAt),
        Event = Event,
        By = By,
        SourceDocument = SourceDocument ?? "",
        Customer = Customer ?? default,
        Reverses = Reverses ?? default,
        Link = Link?.ToLink(),
        Lines = Lines.Select(line => line.ToLine()).ToEquatableArray(),
    };

    private static T Read<T>(IPattern<T> pattern, string text)
    {
        var parsed = pattern.Parse(text);
        return parsed.Success ? parsed.Value : throw new JsonException($"'{text}' is no {typeof(T).Name}.", parsed.Exception);
    }
}

/// <summary>The JSON form of a link.</summary>
internal sealed record StoredJournalLink
{
    public required long Number { get; init; }
    public ContentHash? Previous { get; init; }
    public required ContentHash Hash { get; init; }

    internal static StoredJournalLink Of(JournalLink link) =>
        new() { Number = link.Number, Previous = link.Previous.IsNone ? null : link.Previous, Hash = link.Hash };

    internal JournalLink ToLink() => new() { Number = Number, Previous = Previous ?? default, Hash = Hash };
}

/// <summary>The JSON form of a line.</summary>
internal sealed record StoredJournalLine
{
    public required AccountRole Account { get; init; }
    public required EntrySide Side { get; init; }
    public required string Document { get; init; }
    public required string Functional { get; init; }
    public OpenItemId? Item { get; init; }

    internal static StoredJournalLine Of(JournalLine line) => new()
    {
        Account = line.Account,
        Side = line.Side,
        Document = StoredText.Write(line.Document),
        Functional = StoredText.Write(line.Functional),
        Item = line.Item,
    };

    internal JournalLine ToLine() => new()
    {
        Account = Account,
        Side = Side,
        Document = StoredText.Read<Money>(Document),
        Functional = StoredText.Read<Money>(Functional),
        Item = Item,
    };
}

/// <summary>Metadata for the stored form: made at compile time, so that trimmed hosts can read entries too.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredJournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
