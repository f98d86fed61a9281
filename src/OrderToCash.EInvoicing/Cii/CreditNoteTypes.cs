namespace OrderToCash.EInvoicing;

/// <summary>The codes of UNTDID 1001 that make a document a credit note (EN 16931 code lists, BR-CL-01).</summary>
internal static class CreditNoteTypes
{
    public static bool Contains(string? code) =>
        code?.Trim() is "81" or "83" or "261" or "262" or "296" or "308" or "381" or "396" or "420" or "458" or "502" or "503" or "532";
}
