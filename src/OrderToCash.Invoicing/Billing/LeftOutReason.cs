using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Why an item is in no document of a plan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeftOutReason>))]
public enum LeftOutReason
{
    /// <summary>The facts contradict themselves; the findings say how.</summary>
    Invalid,

    /// <summary>Somebody holds it.</summary>
    Held,

    /// <summary>Nothing was delivered, or the milestone was not reached.</summary>
    NotPerformed,

    /// <summary>Everything was billed.</summary>
    FullyBilled,

    /// <summary>More was billed than there was a right to: a credit note is due.</summary>
    Overbilled,

    /// <summary>Its billing day is still to come.</summary>
    NotDue,

    /// <summary>The document would come to less than is worth making one for.</summary>
    BelowMinimum,
}
