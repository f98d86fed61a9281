namespace OrderToCash.Primitives;

/// <summary>Why a payment reference is refused.</summary>
public static class PaymentReferenceErrors
{
    /// <summary>A sign the scheme does not know. Facts: reference, scheme, shape.</summary>
    public static readonly ErrorCode BadCharacters = new("reference.bad-characters", ErrorKind.Invalid,
        "'{reference}' has signs that {scheme} does not know; it has {shape}.",
        "Type the reference as it is printed on the invoice.");

    /// <summary>Too short or too long. Facts: reference, scheme, shape.</summary>
    public static readonly ErrorCode WrongLength = new("reference.wrong-length", ErrorKind.Invalid,
        "'{reference}' is too short or too long for {scheme}; it has {shape}.", "Type the whole reference, nothing more.");

    /// <summary>The prefix, the model or the parts are wrong. Facts: reference, scheme, shape.</summary>
    public static readonly ErrorCode WrongStructure = new("reference.wrong-structure", ErrorKind.Invalid,
        "'{reference}' is not built like {scheme}; it has {shape}.",
        "Check that the account is configured for the right scheme.");

    /// <summary>The digit that counts the digits is wrong. Facts: reference, scheme, shape.</summary>
    public static readonly ErrorCode WrongLengthDigit = new("reference.wrong-length-digit", ErrorKind.Invalid,
        "The length digit of '{reference}' does not agree with its length ({scheme}: {shape}).",
        "Type the whole reference, nothing more.");

    /// <summary>The check digits do not agree with the rest. Facts: reference, scheme, shape.</summary>
    public static readonly ErrorCode WrongCheckDigits = new("reference.wrong-check-digits", ErrorKind.Invalid,
        "The check digits of '{reference}' do not agree with the rest ({scheme}).",
        "Compare it with the printed reference: a digit is mistyped.");

    /// <summary>No reference can be made from this number. Facts: reference, scheme, shape (of the body).</summary>
    public static readonly ErrorCode WrongBody = new("reference.wrong-body", ErrorKind.Invalid,
        "No {scheme} reference can be made from '{reference}': it takes {shape}.",
        "Number documents so that they fit the scheme, or choose another one.");
}
