from .. import models
KIND = models.User
