namespace OrderToCash;

/// <summary>The host's rights: who may give which command, up to which amount. Pure; asked before anything is written.</summary>
public interface IAuthorizationPolicy
{
    /// <summary>True when the actor may; false is <c>process.forbidden</c>.</summary>
    bool May(AuthorizationQuestion question);
}
