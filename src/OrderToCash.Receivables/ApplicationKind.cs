using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>How an application settles a part of an item.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApplicationKind>))]
public enum ApplicationKind
{
    /// <summary>By another item: a credit settles what is owed.</summary>
    Settlement,

    /// <summary>By giving up a small difference.</summary>
    WriteOff,

    /// <summary>By paying the credit back.</summary>
    Refund,

    /// <summary>By the money going back to where it came from.</summary>
    Return,
}
