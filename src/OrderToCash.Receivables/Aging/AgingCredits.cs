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

    /// <summary>
    /// Credit notes and money pay what is oldest first, as if they were applied; what is left of them has the column of its own.
    /// Disputed and promised parts are not paid by them.
    /// </summary>
    OldestFirst,
}
