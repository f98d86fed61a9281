using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where an aging shows credits. The total is the same in each way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgingCredits>))]
public enum AgingCredits
{
    /// <summary>Credit notes age in the bucket of their own date and net there; money not applied has its own column.</summary>
    CreditNotesByDate,

    /// <summary>Credit notes and money have the column of their own.</summary>
    Apart,

    /// <summary>Credit notes and money net in the bucket of their own date.</summary>
    AllByDate,
}
