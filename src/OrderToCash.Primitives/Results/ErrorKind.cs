namespace OrderToCash.Primitives;

/// <summary>What sort of refusal an error is; a web host maps it to a status.</summary>
public enum ErrorKind
{
    /// <summary>The input is malformed or incomplete; the same input never works.</summary>
    Invalid,

    /// <summary>The input is well-formed, but a rule of the business says no.</summary>
    Refused,

    /// <summary>Something the input names does not exist.</summary>
    NotFound,

    /// <summary>Somebody else changed or did it first.</summary>
    Conflict,

    /// <summary>The actor may not do this.</summary>
    Forbidden,

    /// <summary>A service that was asked gave no answer.</summary>
    Unavailable,
}
